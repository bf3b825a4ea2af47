/** Writes the plan documents of a fictional province as if they were of today. */
@NullMarked
package vn.dondoc.samples;

import org.jspecify.annotations.NullMarked;
