/** What a service looks at by itself, so that an operator knows before people notice. */
@NullMarked
package vn.dondoc.platform.check;

import org.jspecify.annotations.NullMarked;
