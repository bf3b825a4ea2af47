/** One small fact per task and report, folded into the cells batch by batch. */
@NullMarked
package vn.dondoc.reporting.facts;

import org.jspecify.annotations.NullMarked;
