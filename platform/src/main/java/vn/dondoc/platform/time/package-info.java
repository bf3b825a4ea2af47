/** The two clocks: the domain’s, which local runs can shift, and the system’s, which nobody can. */
@NullMarked
package vn.dondoc.platform.time;

import org.jspecify.annotations.NullMarked;
