/** The directory as people see and keep it: units, positions, absences, bodies, and the workbook they come from. */
@NullMarked
package vn.dondoc.console.organisation;

import org.jspecify.annotations.NullMarked;
