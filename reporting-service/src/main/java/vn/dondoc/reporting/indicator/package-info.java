/** Indicators that stand in no plan: each commune measures them as targets. */
@NullMarked
package vn.dondoc.reporting.indicator;

import org.jspecify.annotations.NullMarked;
