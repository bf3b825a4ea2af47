/** Understands a neutral text document as a plan: header, outline, tasks, targets, reports, duties and doubts. */
@NullMarked
package vn.dondoc.reading.understanding;

import org.jspecify.annotations.NullMarked;
