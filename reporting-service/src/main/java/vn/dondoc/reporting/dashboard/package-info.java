/** Figures of a province and of a commune over HTTP, worst first. */
@NullMarked
package vn.dondoc.reporting.dashboard;

import org.jspecify.annotations.NullMarked;
