package vn.dondoc.reporting.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Marks;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.time.Period;
import vn.dondoc.platform.time.Periods;

/**
 * A reporting duty of a plan, and how far its periods have been opened.
 *
 * @param from the first day on which a period may open: what was due before it is not expected
 * @param until no period that begins later opens; null for ever
 * @param owedBy nobody once its plan has given it up
 * @param known order of the plan's event it is known from, which later ones have to exceed; null where that is not recorded
 * @param terms what was decided beyond the words of its plan; null where nothing was
 * @param programme that of its plan; null where that is of none
 * @param tokens the mark of the programme that its reports are about; null in rules from before programmes were named
 * @param nextPeriod first day of the next period to open; null once there is none
 * @param nextBoundaryAt when that period opens
 */
record Rule(
        RuleId id,
        PlanId plan,
        UnitId province,
        UnitId commune,
        String title,
        Frequency frequency,
        int day,
        @Nullable Integer month,
        List<UnitId> owedBy,
        UnitId owedTo,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Long known,
        @Nullable Terms terms,
        @Nullable String programme,
        @Nullable List<String> tokens,
        @Nullable LocalDate nextPeriod,
        @Nullable Instant nextBoundaryAt) {

    /** The rule as its plan has it, waiting for its first period. */
    static Decision.Accepted<Rule> taken(ReportingRule planned, long order) {
        var rule = of(planned, order, null);
        return new Decision.Accepted<>(
                rule.waitingFor(rule.firstSince(planned.from())), List.of(Fact.internal("RuleTaken", planned.commune(), Map.of("plan", planned.plan().value()))));
    }

    /**
     * The rule as its plan has it now. Periods that have opened stay opened; another rhythm begins with the period of that day.
     *
     * @param order of the event that told it; what is not newer than the known changes nothing
     */
    Decision<Rule> amended(ReportingRule planned, long order, LocalDate today) {
        if (known != null && known >= order) {
            return Decision.unchanged();
        }
        var rule = of(planned, order, terms);
        var begins = rule.frequency == frequency ? nextPeriod : null;
        var next = begins == null ? rule.firstSince(today) : rule.periods().from(begins);
        return Decision.accept(
                rule.waitingFor(rule.owedBy.isEmpty() ? Optional.empty() : next),
                Fact.internal("RuleAmended", commune, Map.of("plan", plan.value())));
    }

    /** The open period of that label that contains that day, by the rule as it is now; nothing where it has none of that name. */
    Optional<Period> named(String label, LocalDate day) {
        return periods().from(day).filter(period -> period.label().equals(label));
    }

    /** The period of that day, if it has been opened. */
    Optional<Period> openOn(LocalDate day) {
        return periods().from(day)
                .filter(period -> !opensOn(period).isAfter(day) && !lastDayOf(period).isBefore(day))
                .filter(period -> nextPeriod == null ? holdsFor(period) : nextPeriod.isAfter(period.begins()));
    }

    private static Rule of(ReportingRule planned, long order, @Nullable Terms terms) {
        return new Rule(
                planned.id(), planned.plan(), planned.province(), planned.commune(), planned.title(), planned.frequency(), planned.day(),
                planned.month(), planned.withdrawnOn() == null ? planned.owedBy() : List.of(), planned.owedTo(), planned.from(),
                planned.until(), order, terms, planned.programme(), null, null, null);
    }

    private Optional<Period> firstSince(LocalDate day) {
        return periods().from(day).flatMap(period -> period.lastDay().isBefore(day) ? periods().after(period) : Optional.of(period));
    }

    /** The periods that have opened by that day and were not opened yet, oldest first. */
    List<Period> due(LocalDate today) {
        var due = new ArrayList<Period>();
        var next = next();
        while (next.isPresent() && !opensOn(next.get()).isAfter(today)) {
            due.add(next.get());
            next = following(next.get());
        }
        return List.copyOf(due);
    }

    /** The first day on which a period is open: its own, or the day the rule begins to hold. */
    LocalDate opensOn(Period period) {
        var opens = decided().opensOn(period);
        return opens.isBefore(from) ? from : opens;
    }

    /** The last day in time for that period. */
    LocalDate lastDayOf(Period period) {
        return decided().lastDay(period);
    }

    /** What was decided beyond the words of its plan. */
    Terms decided() {
        return terms == null ? Terms.NONE : terms;
    }

    /** The programme that its reports are about, as somebody decided or else as its plan has it; null for none. */
    @Nullable String belongsTo() {
        var decided = decided().programme();
        return decided == null ? programme : decided;
    }

    /** Whether nobody owes it any more: its plan has given it up. */
    boolean isWithdrawn() {
        return owedBy.isEmpty();
    }

    /** What the standing unit decides; periods that have opened stay opened. */
    Decision<Rule> decide(Terms wanted) {
        if (isWithdrawn()) {
            return Decision.refuse(409, "RULE_WITHDRAWN");
        }
        if (wanted.equals(decided())) {
            return Decision.unchanged();
        }
        return Decision.accept(decidedAs(wanted), Fact.internal("RuleDecided", commune, Map.of("plan", plan.value())));
    }

    /** The meeting on which the last day hangs takes place on that day. */
    Decision<Rule> meets(String period, LocalDate day) {
        if (isWithdrawn()) {
            return Decision.refuse(409, "RULE_WITHDRAWN");
        } else if (decided().meeting() == null) {
            return Decision.refuse(409, "RULE_WITHOUT_MEETING");
        } else if (named(period, day).isEmpty() && named(period, day.minusMonths(1)).isEmpty()) {
            return Decision.refuse(422, "RULE_PERIOD_WRONG", period);
        }
        var meeting = new Terms.Meeting(period, day);
        if (decided().known().contains(meeting)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                decidedAs(decided().with(meeting)), Fact.internal("RuleMeetingNamed", commune, Map.of("period", period, "day", day.toString())));
    }

    private Rule decidedAs(Terms wanted) {
        var after = new Rule(
                id, plan, province, commune, title, frequency, day, month, owedBy, owedTo, from, until, known, wanted, programme, tokens, nextPeriod, nextBoundaryAt);
        return after.waitingFor(after.next());
    }

    /** The period that runs on that day and those after it, as far as it holds. */
    List<Period> ahead(LocalDate day, int most) {
        var ahead = new ArrayList<Period>();
        var next = isWithdrawn() ? Optional.<Period>empty() : firstSince(day.isBefore(from) ? from : day).filter(this::holdsFor);
        while (next.isPresent() && ahead.size() < most) {
            ahead.add(next.get());
            next = following(next.get());
        }
        return List.copyOf(ahead);
    }

    /** Its own period that ends with that one, if it has one that it holds for. */
    Optional<Period> endingWith(Period other) {
        return periods().from(other.ends()).filter(own -> own.ends().equals(other.ends()) && holdsFor(own) && !own.lastDay().isBefore(from));
    }

    /** With those periods opened. */
    Decision<Rule> opened(List<Period> due) {
        if (due.isEmpty()) {
            return Decision.unchanged();
        }
        var facts = due.stream().map(period -> Fact.internal("PeriodOpened", commune, Map.of("period", period.label()))).toList();
        return new Decision.Accepted<>(waitingFor(periods().after(due.getLast())), facts);
    }

    /** Its units were merged into others; nobody owes a report to itself. */
    Decision<Rule> toHeirs(UnaryOperator<UnitId> heirOf) {
        var recipient = heirOf.apply(owedTo);
        var owing = owedBy.stream().map(heirOf).distinct().filter(unit -> !unit.equals(recipient)).toList();
        if (owing.equals(owedBy) && recipient.equals(owedTo)) {
            return Decision.unchanged();
        }
        var after = new Rule(
                id, plan, province, commune, title, frequency, day, month, owing, recipient, from, until, known, terms, programme, tokens,
                nextPeriod, nextBoundaryAt);
        return Decision.accept(after, Fact.internal("RuleReassigned", commune, Map.of(
                "owedBy", owing.stream().map(UnitId::value).toList(), "owedTo", recipient.value())));
    }

    private Optional<Period> next() {
        return nextPeriod == null ? Optional.empty() : periods().from(nextPeriod).filter(this::holdsFor);
    }

    private Optional<Period> following(Period period) {
        return periods().after(period).filter(this::holdsFor);
    }

    private boolean holdsFor(Period period) {
        return until == null || !period.begins().isAfter(until);
    }

    private Periods periods() {
        return new Periods(frequency, day, month);
    }

    private Rule waitingFor(Optional<Period> period) {
        var next = period.filter(this::holdsFor).orElse(null);
        return new Rule(
                id, plan, province, commune, title, frequency, day, month, owedBy, owedTo, from, until, known, terms, programme, Marks.with(List.of(), belongsTo(), false),
                next == null ? null : next.begins(), next == null ? null : DomainClock.startOf(opensOn(next)));
    }
}
