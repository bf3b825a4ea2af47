/** Deadlines in people's own calendars, read with a key that can be taken back. */
@NullMarked
package vn.dondoc.task.calendar;

import org.jspecify.annotations.NullMarked;
