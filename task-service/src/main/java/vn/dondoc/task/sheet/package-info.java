/** Lists of tasks as workbooks. */
@NullMarked
package vn.dondoc.task.sheet;

import org.jspecify.annotations.NullMarked;
