/** Targets of plans: what is measured of them and how they stand. */
@NullMarked
package vn.dondoc.console.measurement;

import org.jspecify.annotations.NullMarked;
