/** What is missing in the directory of a province, before somebody misses a reminder for it. */
@NullMarked
package vn.dondoc.plan.check;

import org.jspecify.annotations.NullMarked;
