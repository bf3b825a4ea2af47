/** Figures of a province and of a commune, kept fresh by events. */
@NullMarked
package vn.dondoc.console.dashboard;

import org.jspecify.annotations.NullMarked;
