/** From tasks as published in plans to assignments. */
@NullMarked
package vn.dondoc.task.planning;

import org.jspecify.annotations.NullMarked;
