package vn.dondoc.reporting.consolidation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A report that is expected, and which answer of it is taken.
 *
 * @param unit whose it is: a commune for what the province asks, else the unit that owes it
 * @param name of the unit as it was then
 * @param version of the answer; null where none is taken
 * @param nothing the answer is that there is nothing to report
 * @param owes keys of the figures that it is expected to tell
 */
record Asked(ReportId report, UnitId unit, String name, @Nullable Long version, boolean nothing, List<String> owes) {

    Asked {
        owes = Lists.orEmpty(owes);
    }
}
