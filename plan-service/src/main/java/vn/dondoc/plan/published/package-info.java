/** Published plans with their tasks, targets and reporting rules. */
@NullMarked
package vn.dondoc.plan.published;

import org.jspecify.annotations.NullMarked;
