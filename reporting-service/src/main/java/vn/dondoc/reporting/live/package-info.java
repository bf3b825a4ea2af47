/** Tells open dashboards which communes’ figures changed. */
@NullMarked
package vn.dondoc.reporting.live;

import org.jspecify.annotations.NullMarked;
