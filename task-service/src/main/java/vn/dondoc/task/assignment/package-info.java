/** The life of one assignment: its state, who may change it, and what time does to it. */
@NullMarked
package vn.dondoc.task.assignment;

import org.jspecify.annotations.NullMarked;
