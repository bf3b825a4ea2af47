/** What is due is found by its next boundary, never by looking at everything. */
@NullMarked
package vn.dondoc.platform.sweep;

import org.jspecify.annotations.NullMarked;
