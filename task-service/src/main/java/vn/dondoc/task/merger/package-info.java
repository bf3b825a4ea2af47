/** Units that were merged: their open tasks follow to the unit that took over, also those that come late. */
@NullMarked
package vn.dondoc.task.merger;

import org.jspecify.annotations.NullMarked;
