package vn.dondoc.reporting.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/**
 * One expected report and its decisions. Days are days in Asia/Ho_Chi_Minh.
 *
 * @param rank place in a list that shows the worst first
 * @param submittedOn the day of the answer that stands; null while there is none, and after it was returned
 * @param nextBoundaryAt when time makes it something else next; null once it is answered or nothing is left to tell
 */
public record Obligation(
        ReportId id,
        RuleId rule,
        PlanId plan,
        UnitId province,
        UnitId commune,
        UnitId unit,
        UnitId owedTo,
        String title,
        String period,
        LocalDate opensOn,
        LocalDate lastDay,
        ReportStatus status,
        int rank,
        boolean nothingToReport,
        @Nullable LocalDate submittedOn,
        @Nullable Instant nextBoundaryAt) {

    /** Why a report is exempted when units were merged; travels with the event. */
    static final String UNIT_MERGED = "unit-merged";

    /** Its period opens: from its first day on, even where that is told later. */
    static Decision.Accepted<Obligation> open(Expected expected) {
        var soon = !expected.opensOn().isBefore(expected.lastDay().minusDays(Boundary.DAYS_LEFT.getFirst()));
        var obligation = of(expected, soon ? ReportStatus.DUE_SOON : ReportStatus.OPEN, Answer.NONE, next(expected.opensOn(), expected.lastDay()));
        return new Decision.Accepted<>(obligation, List.of(obligation.fact(new ReportEvent.ReportRequested(obligation.state()))));
    }

    /** Time has passed until that day. */
    Decision<Obligation> passTo(LocalDate today) {
        if (nextBoundaryAt == null) {
            return Decision.unchanged();
        }
        var reached = Boundary.between(LocalDate.ofInstant(nextBoundaryAt, DomainClock.ZONE), today, lastDay);
        if (reached.isEmpty()) {
            return Decision.unchanged();
        }
        var after = this;
        var facts = new ArrayList<Fact>();
        for (var boundary : reached) {
            after = after.pass(boundary, today);
            facts.add(after.fact(eventOf(boundary, after.state())));
        }
        return new Decision.Accepted<>(after, facts);
    }

    /** The unit answers; by the day it does, that is in time or late for good. */
    Decision<Obligation> submit(boolean nothingToReport, String words, LocalDate today) {
        if (status == ReportStatus.ACCEPTED) {
            return Decision.refuse(409, "REPORT_ACCEPTED");
        }
        if (!Transitions.open(status)) {
            return Decision.refuse(409, "REPORT_NOT_OPEN");
        }
        var late = status == ReportStatus.OVERDUE || today.isAfter(lastDay);
        var after = to(late ? ReportStatus.SUBMITTED_LATE : ReportStatus.SUBMITTED, new Answer(nothingToReport, today), null);
        return Decision.accept(after, after.fact(new ReportEvent.ReportSubmitted(after.state())).withText(words));
    }

    /** Whoever it is owed to takes it as it is. */
    Decision<Obligation> accept(@Nullable String words) {
        if (status == ReportStatus.ACCEPTED) {
            return Decision.refuse(409, "REPORT_ACCEPTED");
        }
        if (!Transitions.may(status, ReportStatus.ACCEPTED)) {
            return Decision.refuse(409, "REPORT_NOT_SUBMITTED");
        }
        var after = to(ReportStatus.ACCEPTED, new Answer(nothingToReport, submittedOn), null);
        return Decision.accept(after, after.fact(new ReportEvent.ReportAccepted(after.state())).withText(words));
    }

    /** Sent back with a reason: what was sent does not count, and the last day stays the same. */
    Decision<Obligation> giveBack(@Nullable String reason, LocalDate today) {
        if (status == ReportStatus.ACCEPTED) {
            return Decision.refuse(409, "REPORT_ACCEPTED");
        }
        if (!Transitions.may(status, ReportStatus.RETURNED)) {
            return Decision.refuse(409, "REPORT_NOT_SUBMITTED");
        }
        if (reason == null || reason.isBlank()) {
            return Decision.refuse(422, "REASON_REQUIRED");
        }
        var after = to(ReportStatus.RETURNED, Answer.NONE, next(today, lastDay));
        return Decision.accept(after, after.fact(new ReportEvent.ReportReturned(after.state())).withText(reason.strip()));
    }

    /**
     * Its units were merged into others. What is owed twice then, or to oneself, is exempted; what is finished stays as it is, and so
     * does the unit of an answer that waits while its heir owes one as well.
     *
     * @param heirOwesIt the heir of its unit owes the report of this rule and period already
     */
    Decision<Obligation> toHeirs(UnaryOperator<UnitId> heirOf, boolean heirOwesIt) {
        var heir = heirOf.apply(unit);
        var recipient = heirOf.apply(owedTo);
        var moves = !heir.equals(unit);
        if (isFinished() || !moves && recipient.equals(owedTo)) {
            return Decision.unchanged();
        }
        if (Transitions.may(status, ReportStatus.EXEMPTED) && (moves && heirOwesIt || heir.equals(recipient))) {
            var after = to(ReportStatus.EXEMPTED, Answer.NONE, null);
            return Decision.accept(after, after.fact(new ReportEvent.ReportExempted(after.state(), UNIT_MERGED)));
        }
        var owing = heirOwesIt ? unit : heir;
        if (owing.equals(unit) && recipient.equals(owedTo)) {
            return Decision.unchanged();
        }
        var after = of(expected().with(owing, recipient), status, new Answer(nothingToReport, submittedOn), nextBoundaryAt);
        return Decision.accept(after, after.fact(new ReportEvent.ReportReassigned(after.state())));
    }

    /** Whether nothing happens to it any more. */
    boolean isFinished() {
        return status == ReportStatus.ACCEPTED || status == ReportStatus.EXEMPTED;
    }

    /** The same report by a rule that was amended. */
    public Expected amendedBy(UnitId newOwedTo, LocalDate newLastDay) {
        return new Expected(id, rule, plan, province, commune, unit, newOwedTo, title, period, opensOn, newLastDay);
    }

    /**
     * Its rule was amended. What is answered or late stays; a day that has passed already begins to hold with the next period.
     *
     * @param wanted what the rule asks for now; null for nothing
     */
    Decision<Obligation> amend(@Nullable Expected wanted, @Nullable Basis basis, LocalDate today) {
        if (!isOpen() || status == ReportStatus.OVERDUE || today.isAfter(lastDay)) {
            return Decision.unchanged();
        }
        if (wanted == null) {
            var exempted = to(ReportStatus.EXEMPTED, Answer.NONE, null);
            return Decision.accept(exempted, exempted.fact(new ReportEvent.ReportExempted(exempted.state(), "plan-amended")));
        }
        var until = wanted.lastDay().isBefore(today) ? lastDay : wanted.lastDay();
        if (until.equals(lastDay) && wanted.owedTo().equals(owedTo)) {
            return Decision.unchanged();
        }
        var soon = !today.isBefore(until.minusDays(Boundary.DAYS_LEFT.getFirst()));
        var became = status == ReportStatus.RETURNED ? status : soon ? ReportStatus.DUE_SOON : ReportStatus.OPEN;
        var moved = of(amendedBy(wanted.owedTo(), until), became, Answer.NONE, next(today, until));
        return Decision.accept(moved, moved.fact(new ReportEvent.ReportMoved(moved.state(), lastDay, basis)));
    }

    /** Whether something can be sent now. */
    public boolean isOpen() {
        return Transitions.open(status);
    }

    /** Whether it can be accepted or returned now. */
    public boolean isDecidable() {
        return Transitions.may(status, ReportStatus.ACCEPTED);
    }

    private Obligation pass(Boundary boundary, LocalDate today) {
        var became = switch (boundary) {
            case Boundary.DueSoon _ -> status == ReportStatus.RETURNED ? status : ReportStatus.DUE_SOON;
            case Boundary.Overdue _ -> ReportStatus.OVERDUE;
            case Boundary.Escalation _ -> status;
        };
        return to(became, Answer.NONE, next(today, lastDay));
    }

    private static ReportEvent eventOf(Boundary boundary, ReportState state) {
        return switch (boundary) {
            case Boundary.DueSoon soon -> new ReportEvent.ReportDueSoon(state, soon.daysLeft());
            case Boundary.Overdue overdue -> new ReportEvent.ReportOverdue(state, overdue.day());
            case Boundary.Escalation step -> new ReportEvent.ReportEscalated(state, step.step(), step.daysLate());
        };
    }

    private static @Nullable Instant next(LocalDate today, LocalDate lastDay) {
        return Boundary.after(today, lastDay).map(boundary -> DomainClock.startOf(boundary.day())).orElse(null);
    }

    private Fact fact(ReportEvent event) {
        return Fact.of(event, commune);
    }

    private ReportState state() {
        return expected().state(status, new Answer(nothingToReport, submittedOn));
    }

    private Expected expected() {
        return new Expected(id, rule, plan, province, commune, unit, owedTo, title, period, opensOn, lastDay);
    }

    private Obligation to(ReportStatus next, Answer answer, @Nullable Instant boundaryAt) {
        return of(expected(), Transitions.check(status, next), answer, boundaryAt);
    }

    private static Obligation of(Expected expected, ReportStatus status, Answer answer, @Nullable Instant boundaryAt) {
        return new Obligation(
                expected.id(), expected.rule(), expected.plan(), expected.province(), expected.commune(), expected.unit(), expected.owedTo(),
                expected.title(), expected.period(), expected.opensOn(), expected.lastDay(), status, Transitions.rank(status),
                answer.nothingToReport(), answer.submittedOn(), boundaryAt);
    }
}
