/** Tasks as the systems of others want to be told of them, and what those systems tell of tasks. */
@NullMarked
package vn.dondoc.task.exchange;

import org.jspecify.annotations.NullMarked;
