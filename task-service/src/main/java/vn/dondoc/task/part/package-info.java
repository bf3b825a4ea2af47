/** Parts of tasks: periods of those that recur, and what was given to other units. */
@NullMarked
package vn.dondoc.task.part;

import org.jspecify.annotations.NullMarked;
