/** Expected reports, what units sent, and the figures of every level. */
@NullMarked
package vn.dondoc.reporting;

import org.jspecify.annotations.NullMarked;
