package vn.dondoc.reporting.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;

/**
 * What is known of one task or report: its newest state, as small as the figures allow.
 *
 * @param id {@code task/ID} or {@code report/ID}
 * @param sequence {@link vn.dondoc.platform.consume.Received#order} of the newest event of it that came
 * @param at domain time of that event
 * @param units lead units of a task; the unit that owes a report
 * @param counted where it counts; nothing for what is cancelled or exempted
 * @param period of a report, null for tasks
 * @param line how a task reads in the form of a report, null for reports
 */
public record StoredFact(
        String id, long sequence, Instant at, UnitId province, UnitId commune, PlanId plan, List<UnitId> units,
        Set<Counter> counted, @Nullable String period, @Nullable TaskText line) {

    public StoredFact {
        units = List.copyOf(units);
        counted = Set.copyOf(counted);
    }

    /** The cells it stands in: once in its commune and plan, once under each unit. */
    public List<CellKey> cells() {
        var cells = new ArrayList<CellKey>();
        cells.add(CellKey.ofCommune(province, commune));
        cells.add(CellKey.ofPlan(province, commune, plan));
        new HashSet<>(units).forEach(unit -> cells.add(CellKey.ofUnit(province, commune, plan, unit)));
        return cells;
    }

    /** What it adds to each of its cells. */
    public Counts counts() {
        return Counts.of(counted);
    }
}
