/** Memory that the console does not need for now. */
@NullMarked
package vn.dondoc.console.memory;

import org.jspecify.annotations.NullMarked;
