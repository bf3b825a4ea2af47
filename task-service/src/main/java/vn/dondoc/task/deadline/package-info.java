/** When a task is due, when somebody is to be reminded, and how it stands: pure functions of days. */
@NullMarked
package vn.dondoc.task.deadline;

import org.jspecify.annotations.NullMarked;
