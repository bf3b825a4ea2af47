/** Units that were merged: rules and open reports follow to the unit that took over. */
@NullMarked
package vn.dondoc.reporting.merger;

import org.jspecify.annotations.NullMarked;
