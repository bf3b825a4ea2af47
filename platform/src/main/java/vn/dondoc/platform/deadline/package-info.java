/** When somebody is told of a last day, before it and after it: the same for tasks and reports. */
@NullMarked
package vn.dondoc.platform.deadline;

import org.jspecify.annotations.NullMarked;
