/** Targets of plans: what is measured of them, how they stand, and those whose figure follows from the money of tasks. */
@NullMarked
package vn.dondoc.reporting.measurement;

import org.jspecify.annotations.NullMarked;
