/** Counters per commune, plan and unit, kept so that no figure has to be counted when it is asked for. */
@NullMarked
package vn.dondoc.reporting.cells;

import org.jspecify.annotations.NullMarked;
