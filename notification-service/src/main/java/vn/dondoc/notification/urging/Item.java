package vn.dondoc.notification.urging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.ObligationKind;

/**
 * What was late when the letter was drafted; the annex shows it so, whatever becomes of it.
 *
 * @param firstDay the last day before the first extension; null where it was never extended
 * @param period of a report; null for tasks
 */
record Item(
        ObligationKind kind, String ref, String title, List<UnitId> responsible, LocalDate lastDay, @Nullable LocalDate firstDay, PlanId plan,
        @Nullable String period) {

    Item {
        responsible = List.copyOf(responsible);
    }

    static Item of(Obligation late) {
        return new Item(
                late.kind(), late.ref(), late.title(), late.responsible(), Objects.requireNonNull(late.lastDay()), late.known().firstDay(), late.plan(),
                late.period());
    }

    int daysLate(LocalDate on) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(lastDay, on)));
    }
}
