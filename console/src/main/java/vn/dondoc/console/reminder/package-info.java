/** Rules of reminders with their preview, who cannot be reached, and what was urged in a week. */
@NullMarked
package vn.dondoc.console.reminder;

import org.jspecify.annotations.NullMarked;
