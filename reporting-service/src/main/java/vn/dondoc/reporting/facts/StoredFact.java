package vn.dondoc.reporting.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;

/**
 * What is known of one task, report or target: its newest state, as small as the figures allow.
 *
 * @param id {@code task/ID}, {@code report/ID} or {@code target/ID}
 * @param sequence {@link vn.dondoc.platform.consume.Received#order} of the newest event of it that came
 * @param at domain time of that event
 * @param units lead units of a task; the unit that owes a report or answers for a target
 * @param counted where it counts; nothing for what is cancelled, exempted or given up
 * @param period of a report, null for tasks
 * @param line how a task reads in the form of a report, null for reports
 * @param money of a task that has any or belongs to a programme, else null
 * @param share of a target that is computed, else null: it counts by what tasks of its commune cost when somebody looks
 * @param overdueBy the last day of a task that counts as overdue, else null
 * @param programme the key of the programme that a report is about; null for none, and for tasks, which have it with their money
 * @param daysToOpen of a task that counts, from assigning to opening it first; null where either is not known
 */
public record StoredFact(
        String id, long sequence, Instant at, UnitId province, UnitId commune, PlanId plan, List<UnitId> units,
        Set<Counter> counted, @Nullable String period, @Nullable TaskText line, @Nullable TaskMoney money, @Nullable TargetShare share,
        @Nullable LocalDate overdueBy, @Nullable Integer daysToOpen, @Nullable String programme) {

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
        var belongs = money == null ? programme : money.programme();
        if (belongs != null) {
            cells.add(CellKey.ofProgramme(province, commune, belongs));
        }
        return cells;
    }

    /** What it adds to each of its cells. */
    public Counts counts() {
        var sums = new EnumMap<Counter, Long>(Counter.class);
        if (daysToOpen != null) {
            sums.put(Counter.TASK_OPENED, 1L);
            sums.put(Counter.TASK_DAYS_TO_OPEN, daysToOpen.longValue());
        }
        if (money != null) {
            sums.put(Counter.MONEY_PLANNED, Objects.requireNonNullElse(money.plannedVnd(), 0L));
            sums.put(Counter.MONEY_DISBURSED, Objects.requireNonNullElse(money.disbursedVnd(), 0L));
        }
        return Counts.of(counted).plus(Counts.of(sums));
    }
}
