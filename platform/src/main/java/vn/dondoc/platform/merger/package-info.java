/** Which unit took over from which, and the process by which what a service keeps of the old one follows. */
@NullMarked
package vn.dondoc.platform.merger;

import org.jspecify.annotations.NullMarked;
