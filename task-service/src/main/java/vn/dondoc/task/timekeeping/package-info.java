/** How communes keep time as this service has taken notice of it, and what a change of it means for open tasks. */
@NullMarked
package vn.dondoc.task.timekeeping;

import org.jspecify.annotations.NullMarked;
