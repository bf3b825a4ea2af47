/** Which days are worked, by the yearly tables of a province. */
@NullMarked
package vn.dondoc.platform.calendar;

import org.jspecify.annotations.NullMarked;
