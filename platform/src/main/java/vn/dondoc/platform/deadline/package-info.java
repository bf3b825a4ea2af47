/** When somebody is told of a last day, before it and after it, and what becomes of a question why it passed: the same for tasks, reports and targets. */
@NullMarked
package vn.dondoc.platform.deadline;

import org.jspecify.annotations.NullMarked;
