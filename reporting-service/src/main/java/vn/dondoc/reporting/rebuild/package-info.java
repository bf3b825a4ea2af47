/** Builds a new read model from the topics beside the present one, then switches to it. */
@NullMarked
package vn.dondoc.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
