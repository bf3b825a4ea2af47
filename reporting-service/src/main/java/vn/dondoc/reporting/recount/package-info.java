/** Counts everything anew from the owning services and compares with the read model: equal, or a defect. */
@NullMarked
package vn.dondoc.reporting.recount;

import org.jspecify.annotations.NullMarked;
