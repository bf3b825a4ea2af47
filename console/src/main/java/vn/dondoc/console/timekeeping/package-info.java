/** How a province or a commune keeps time: its settings, and the working days of the year. */
@NullMarked
package vn.dondoc.console.timekeeping;

import org.jspecify.annotations.NullMarked;
