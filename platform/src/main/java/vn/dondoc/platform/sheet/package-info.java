/** Workbooks as tables of texts: read within bounds, and written so that nothing in them is taken for a formula. */
@NullMarked
package vn.dondoc.platform.sheet;

import org.jspecify.annotations.NullMarked;
