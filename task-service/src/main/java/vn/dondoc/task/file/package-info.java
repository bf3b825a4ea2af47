/** Files that go with what is told of tasks. */
@NullMarked
package vn.dondoc.task.file;

import org.jspecify.annotations.NullMarked;
