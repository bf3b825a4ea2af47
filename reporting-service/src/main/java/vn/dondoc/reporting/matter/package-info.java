/** Matters beyond the authority of whoever reported them, each with an answer and a day of its own. */
@NullMarked
package vn.dondoc.reporting.matter;

import org.jspecify.annotations.NullMarked;
