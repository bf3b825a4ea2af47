/** One stored obligation per rule, unit and period, and what becomes of it. */
@NullMarked
package vn.dondoc.reporting.obligation;

import org.jspecify.annotations.NullMarked;
