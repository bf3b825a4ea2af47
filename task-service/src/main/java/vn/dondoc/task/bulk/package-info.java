/** One act of a person on many tasks, each by the rules of the single one. */
@NullMarked
package vn.dondoc.task.bulk;

import org.jspecify.annotations.NullMarked;
