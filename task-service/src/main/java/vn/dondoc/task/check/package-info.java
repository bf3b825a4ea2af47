/** Whether every open task has somebody who answers. */
@NullMarked
package vn.dondoc.task.check;

import org.jspecify.annotations.NullMarked;
