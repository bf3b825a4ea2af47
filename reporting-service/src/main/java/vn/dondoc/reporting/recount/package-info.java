/** Counts everything anew from the facts and compares: equal, or a defect. */
@NullMarked
package vn.dondoc.reporting.recount;

import org.jspecify.annotations.NullMarked;
