/** Published plans that change: recognised, compared row by row, carried out as a process that can be gone on with. */
@NullMarked
package vn.dondoc.plan.amendment;

import org.jspecify.annotations.NullMarked;
