package vn.dondoc.reporting.system;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Systems.Column;
import vn.dondoc.contracts.api.Systems.Scope;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.time.Period;
import vn.dondoc.platform.time.Periods;

/**
 * A system of others in the register of a province or commune, and how far the periods of its updates have been opened.
 *
 * @param id stands for the rule and the plan of the updates that it expects
 * @param commune that uses it; the province itself where all of it does
 * @param keeper the unit that put it into the register, which the updates are owed to
 * @param from the day it was registered: what was due before it is not expected
 * @param nextPeriod first day of the next period to open; null where it is used no more
 * @param nextBoundaryAt when that period opens
 */
public record OtherSystem(
        RuleId id,
        UnitId province,
        UnitId commune,
        UnitId keeper,
        Definition definition,
        LocalDate from,
        @Nullable LocalDate nextPeriod,
        @Nullable Instant nextBoundaryAt) {

    /** In ids: what a report belongs to instead of a plan. */
    public static final String PREFIX = "system-";

    /**
     * What the register says of it.
     *
     * @param owner the unit that updates it; null for the standing unit of each commune
     */
    public record Definition(
            String name, String address, List<Column> columns, Frequency frequency, int day, @Nullable Integer month, @Nullable UnitId owner, Scope scope, boolean retired) {

        public Definition {
            columns = List.copyOf(columns);
        }

        private Periods periods() {
            return new Periods(frequency, day, month);
        }

        private boolean hasRhythmOf(Definition other) {
            return frequency == other.frequency && java.util.Objects.equals(month, other.month);
        }
    }

    /** Whether that rule expects the update of a system rather than a report in words. */
    public static boolean isBehind(RuleId rule) {
        return rule.value().startsWith(PREFIX);
    }

    static Decision.Accepted<OtherSystem> registered(RuleId id, UnitId province, UnitId place, UnitId keeper, Definition definition, LocalDate today) {
        var system = new OtherSystem(id, province, place, keeper, definition, today, null, null);
        return new Decision.Accepted<>(
                system.waitingFor(definition.retired ? Optional.empty() : system.firstSince(today)),
                List.of(Fact.internal("SystemRegistered", place, Map.of("frequency", definition.frequency.code()))));
    }

    /** What the register says now. Periods that have opened stay opened; another rhythm begins with the period of that day. */
    Decision<OtherSystem> redefine(Definition wanted, LocalDate today) {
        if (wanted.equals(definition)) {
            return Decision.unchanged();
        }
        var after = new OtherSystem(id, province, commune, keeper, wanted, from, null, null);
        var begins = wanted.hasRhythmOf(definition) ? nextPeriod : null;
        var next = wanted.retired ? Optional.<Period>empty() : begins == null ? after.firstSince(today) : wanted.periods().from(begins);
        return Decision.accept(after.waitingFor(next), Fact.internal("SystemRedefined", commune, Map.of("retired", wanted.retired)));
    }

    /** The periods that have opened by that day and were not opened yet, oldest first. */
    List<Period> due(LocalDate today) {
        var due = new ArrayList<Period>();
        var next = nextPeriod == null ? Optional.<Period>empty() : definition.periods().from(nextPeriod);
        while (next.isPresent() && !opensOn(next.get()).isAfter(today)) {
            due.add(next.get());
            next = definition.periods().after(next.get());
        }
        return List.copyOf(due);
    }

    /** With those periods opened. */
    Decision<OtherSystem> opened(List<Period> due) {
        if (due.isEmpty()) {
            return Decision.unchanged();
        }
        var facts = due.stream().map(period -> Fact.internal("PeriodOpened", commune, Map.of("period", period.label()))).toList();
        return new Decision.Accepted<>(waitingFor(definition.periods().after(due.getLast())), facts);
    }

    /** The period of that day, if it has been opened and there is still time. */
    Optional<Period> openOn(LocalDate day) {
        return definition.retired ? Optional.empty() : definition.periods().from(day)
                .filter(period -> !opensOn(period).isAfter(day) && !period.lastDay().isBefore(day))
                .filter(period -> nextPeriod != null && nextPeriod.isAfter(period.begins()));
    }

    /** The period of that label around that day, by the rhythm as it is now. */
    Optional<Period> named(String label, LocalDate day) {
        return definition.retired ? Optional.empty() : definition.periods().from(day).filter(period -> period.label().equals(label));
    }

    /** The period that is running on that day with time left, or the next one. */
    Optional<Period> ahead(LocalDate day) {
        return definition.retired ? Optional.empty() : firstSince(day);
    }

    LocalDate opensOn(Period period) {
        return period.begins().isBefore(from) ? from : period.begins();
    }

    boolean isOfProvince() {
        return commune.equals(province);
    }

    PlanId plan() {
        return new PlanId(id.value());
    }

    private Optional<Period> firstSince(LocalDate day) {
        return definition.periods().from(day).flatMap(period -> period.lastDay().isBefore(day) ? definition.periods().after(period) : Optional.of(period));
    }

    private OtherSystem waitingFor(Optional<Period> period) {
        var next = period.orElse(null);
        return new OtherSystem(
                id, province, commune, keeper, definition, from, next == null ? null : next.begins(), next == null ? null : DomainClock.startOf(opensOn(next)));
    }
}
