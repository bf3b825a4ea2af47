/** What the system urged in a week, and what came of it: for leaders, as a page and as a message on Monday. */
@NullMarked
package vn.dondoc.notification.weekly;

import org.jspecify.annotations.NullMarked;
