/** Memory that a service does not need for now. */
@NullMarked
package vn.dondoc.platform.memory;

import org.jspecify.annotations.NullMarked;
