/** Reads Vietnamese plan documents into tasks, targets, reports, duties, measures and objectives, each with its place in the source. */
@NullMarked
package vn.dondoc.reading;

import org.jspecify.annotations.NullMarked;
