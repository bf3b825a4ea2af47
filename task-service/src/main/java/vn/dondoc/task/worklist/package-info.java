/** Lists of tasks: filtered, searched without diacritics, worst first. */
@NullMarked
package vn.dondoc.task.worklist;

import org.jspecify.annotations.NullMarked;
