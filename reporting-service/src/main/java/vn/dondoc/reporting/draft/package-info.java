/** Answers that are being written, section by section. */
@NullMarked
package vn.dondoc.reporting.draft;

import org.jspecify.annotations.NullMarked;
