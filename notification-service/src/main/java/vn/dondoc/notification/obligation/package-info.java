/** What this service remembers of tasks and reports: enough to decide, at the moment of sending, whether a message is still meant. */
@NullMarked
package vn.dondoc.notification.obligation;

import org.jspecify.annotations.NullMarked;
