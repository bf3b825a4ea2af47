package vn.dondoc.reporting.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.ReportBounds;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Marks;
import vn.dondoc.platform.deadline.Boundary;
import vn.dondoc.platform.deadline.Explanations;
import vn.dondoc.platform.deadline.Reminders;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/**
 * One expected report and its decisions. Days are days in Asia/Ho_Chi_Minh.
 *
 * @param rank place in a list that shows the worst first
 * @param submittedOn the day of the answer that stands; null while there is none, and after it was returned
 * @param bounds its further days; null where its rule has none
 * @param headSends in an office with a head only that head sends it
 * @param asked by the province for once, rather than by the rule of a plan
 * @param onBehalf the answer was entered by the standing unit
 * @param sentBy who sent the answer that stands, which no event tells; null where none stands, or that was not recorded
 * @param preparedOn the day it was laid before the head of the unit; null where nothing waits for that
 * @param urgedOn the day somebody reminded the unit last
 * @param files that go with the answer
 * @param reminders when its unit is told of the last day; null for the usual days
 * @param explanation that was asked for since it is late; null where none ever was
 * @param programme that it is about; null where it is of none
 * @param tokens the mark of that programme
 * @param nextBoundaryAt when time makes it, or the explanation that is owed, something else next; null where nothing is left to tell
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
        @Nullable ReportBounds bounds,
        @Nullable Boolean headSends,
        @Nullable Boolean asked,
        @Nullable Boolean onBehalf,
        @Nullable PersonId sentBy,
        @Nullable LocalDate preparedOn,
        @Nullable LocalDate urgedOn,
        @Nullable List<ReportFile> files,
        @Nullable Reminders reminders,
        @Nullable Explanation explanation,
        @Nullable String programme,
        @Nullable List<String> tokens,
        @Nullable Instant nextBoundaryAt) {

    /** More than anybody looks at. */
    static final int MOST_FILES = 10;

    /** Why a report is exempted when units were merged; travels with the event. */
    static final String UNIT_MERGED = "unit-merged";

    private static final String LONGER_REPORT = "longer-report";
    private static final String DECIDED = "decided";

    /** Its period opens: from its first day on, even where that is told later. */
    static Decision.Accepted<Obligation> open(Expected expected) {
        var obligation = begun(expected, waiting(expected.opensOn(), expected), next(expected.opensOn(), expected));
        return new Decision.Accepted<>(obligation, List.of(obligation.fact(new ReportEvent.ReportRequested(obligation.state()))));
    }

    /** Its period opens, but the report of a longer one stands in its place. */
    static Decision.Accepted<Obligation> replaced(Expected expected) {
        var obligation = begun(expected, ReportStatus.EXEMPTED, null);
        return new Decision.Accepted<>(obligation, List.of(obligation.fact(new ReportEvent.ReportExempted(obligation.state(), LONGER_REPORT))));
    }

    /** Time has passed until that day. */
    Decision<Obligation> passTo(LocalDate today) {
        if (nextBoundaryAt == null) {
            return Decision.unchanged();
        }
        var reached = isOpen() ? Boundaries.between(LocalDate.ofInstant(nextBoundaryAt, DomainClock.ZONE), today, expected()) : List.<Boundary>of();
        var after = this;
        var facts = new ArrayList<Fact>();
        for (var boundary : reached) {
            after = after.pass(boundary, today);
            facts.add(after.fact(eventOf(boundary, after.state())));
        }
        var toExplain = owesExplanation() ? Explanations.reached(explanation, today).orElse(null) : null;
        if (toExplain != null) {
            after = after.explained(toExplain.after(), isOpen() ? next(today, expected()) : null);
            facts.add(after.fact(eventOf(toExplain, after.state())));
        }
        return facts.isEmpty() ? Decision.unchanged() : new Decision.Accepted<>(after, facts);
    }

    /**
     * The unit answers; by the day it does, that is in time or late for good.
     *
     * @param byOthers entered by the standing unit, which may also where the unit itself cannot any more
     */
    Decision<Obligation> submit(boolean nothingToReport, String words, boolean byOthers, @Nullable PersonId sender, LocalDate today) {
        if (status == ReportStatus.ACCEPTED) {
            return Decision.refuse(409, "REPORT_ACCEPTED");
        }
        if (!Transitions.open(status)) {
            return Decision.refuse(409, "REPORT_NOT_OPEN");
        }
        if (!byOthers && isLocked(today)) {
            return Decision.refuse(409, "REPORT_LOCKED");
        }
        var late = status == ReportStatus.OVERDUE || today.isAfter(countsUntil());
        var after = to(late ? ReportStatus.SUBMITTED_LATE : ReportStatus.SUBMITTED, new Answer(nothingToReport, today, byOthers, sender), null);
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
        var after = to(ReportStatus.ACCEPTED, answer(), null);
        return Decision.accept(after, after.fact(new ReportEvent.ReportAccepted(after.state())).withText(words));
    }

    /**
     * Sent back with a reason: what was sent does not count, and the last day stays the same.
     *
     * @param words the reason, with what is said of single sections
     */
    Decision<Obligation> giveBack(@Nullable String reason, @Nullable String words, LocalDate today) {
        if (status == ReportStatus.ACCEPTED) {
            return Decision.refuse(409, "REPORT_ACCEPTED");
        }
        if (!Transitions.may(status, ReportStatus.RETURNED)) {
            return Decision.refuse(409, "REPORT_NOT_SUBMITTED");
        }
        if (reason == null || reason.isBlank()) {
            return Decision.refuse(422, "REASON_REQUIRED");
        }
        var after = to(ReportStatus.RETURNED, Answer.NONE, next(notBeforeLate(today), expected()));
        return Decision.accept(after, after.fact(new ReportEvent.ReportReturned(after.state())).withText(words));
    }

    /** What it was put together from was corrected: another answer stands, its day and its verdict stay. */
    Decision<Obligation> correct(String words) {
        if (submittedOn == null) {
            return Decision.refuse(409, "REPORT_NOT_SUBMITTED");
        }
        var after = with(expected(), status, new Answer(false, submittedOn, isOnBehalf(), sentBy), nextBoundaryAt, preparedOn, urgedOn, files, explanation);
        return Decision.accept(after, after.fact(new ReportEvent.ReportCorrected(after.state())).withText(words));
    }

    /** The unit takes back what nobody has decided on yet: it stands by its last day again, and what was late stays late. */
    Decision<Obligation> withdraw(@Nullable String words, LocalDate today) {
        if (status == ReportStatus.ACCEPTED) {
            return Decision.refuse(409, "REPORT_ACCEPTED");
        }
        if (!isDecidable()) {
            return Decision.refuse(409, "REPORT_NOT_SUBMITTED");
        }
        var late = status == ReportStatus.SUBMITTED_LATE || today.isAfter(countsUntil());
        var after = to(late ? ReportStatus.OVERDUE : waiting(today, expected()), Answer.NONE, next(notBeforeLate(today), expected()));
        return Decision.accept(after, after.fact(new ReportEvent.ReportWithdrawn(after.state())).withText(words));
    }

    /** It is written, and waits for the head of the unit to send it. */
    Decision<Obligation> prepare(LocalDate today) {
        if (!isOpen()) {
            return Decision.refuse(409, "REPORT_NOT_OPEN");
        }
        if (preparedOn != null) {
            return Decision.unchanged();
        }
        var after = with(expected(), status, answer(), nextBoundaryAt, today, urgedOn, files, explanation);
        return Decision.accept(after, after.fact(new ReportEvent.ReportPrepared(after.state())));
    }

    /** Whoever it is owed to reminds the unit, once a day at most. */
    Decision<Obligation> urge(LocalDate today) {
        if (!isOpen()) {
            return Decision.refuse(409, "REPORT_NOT_OPEN");
        }
        if (today.equals(urgedOn)) {
            return Decision.unchanged();
        }
        var after = with(expected(), status, answer(), nextBoundaryAt, preparedOn, today, files, explanation);
        return Decision.accept(after, after.fact(new ReportEvent.ReportUrged(after.state())));
    }

    /** A later last day; the first one is kept. Nothing takes back that a report is late. */
    Decision<Obligation> extend(LocalDate newLastDay, @Nullable String reason, LocalDate today, Reminding reminding) {
        var refusal = refusalBeforeLate(reason, today);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (newLastDay.equals(lastDay) && bounds != null && bounds.firstLastDay() != null) {
            return Decision.unchanged();
        } else if (!newLastDay.isAfter(lastDay)) {
            return Decision.refuse(422, "REPORT_DAY_NOT_LATER");
        }
        var days = ChronoUnit.DAYS.between(lastDay, newLastDay);
        var wanted = reminding.told(expected().until(newLastDay, (bounds == null ? ReportBounds.NONE : bounds).extended(lastDay, days)), today);
        var moved = with(wanted, stillOpen(today, wanted), answer(), next(today, wanted), preparedOn, urgedOn, files, explanation);
        return Decision.accept(moved, moved.fact(new ReportEvent.ReportMoved(moved.state(), lastDay, null)).withText(reason));
    }

    /** Whoever it is owed to does without it this time. Nothing takes back that a report is late. */
    Decision<Obligation> exempt(@Nullable String reason, LocalDate today) {
        var refusal = refusalBeforeLate(reason, today);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var after = to(ReportStatus.EXEMPTED, Answer.NONE, null);
        return Decision.accept(after, after.fact(new ReportEvent.ReportExempted(after.state(), DECIDED)).withText(reason));
    }

    /**
     * Somebody above asks why it is late, be it sent meanwhile or not.
     *
     * @param wanted the last day to explain in time; null for the one that follows from {@code days}
     */
    Decision<Obligation> ask(String question, @Nullable LocalDate wanted, int days, LocalDate today) {
        if (owesExplanation()) {
            return Decision.refuse(409, "EXPLANATION_WAITS");
        } else if (!isLate(today)) {
            return Decision.refuse(409, "NOT_LATE");
        }
        return Explanations.asked(explanation, wanted, days, today).map(now -> explained(now, nextBoundaryAt))
                .map(after -> Decision.accept(after, after.fact(new ReportEvent.ReportExplanationRequested(after.state())).withText(question)))
                .orElseGet(() -> Decision.refuse(422, "EXPLANATION_DAY"));
    }

    /** The unit says why; what comes after the last day to explain is late though nobody said so yet. */
    Decision<Obligation> explain(String words, LocalDate today) {
        if (explanation == null || !owesExplanation()) {
            return Decision.refuse(409, "NO_EXPLANATION_ASKED");
        }
        var facts = new ArrayList<Fact>();
        var answer = Explanations.answered(explanation, today);
        if (answer.late() != null) {
            facts.add(fact(eventOf(answer.late(), explained(answer.late().after(), ownBoundary()).state())));
        }
        var after = explained(answer.given(), ownBoundary());
        facts.add(after.fact(new ReportEvent.ReportExplanationGiven(after.state())).withText(words));
        return new Decision.Accepted<>(after, facts);
    }

    /** Whether the unit has to say why it is late. */
    public boolean owesExplanation() {
        return status != ReportStatus.EXEMPTED && Explanations.isOwed(explanation);
    }

    /** Whether it is not sent though its time is over, or was sent behind it. */
    public boolean isLate(LocalDate today) {
        return switch (status) {
            case OVERDUE, SUBMITTED_LATE -> true;
            case OPEN, DUE_SOON, RETURNED -> today.isAfter(countsUntil());
            case ACCEPTED -> submittedOn != null && submittedOn.isAfter(countsUntil());
            case SUBMITTED, EXEMPTED -> false;
        };
    }

    /** When its last day, or what follows it, makes it something else next, whatever is to be explained. */
    private @Nullable Instant ownBoundary() {
        return nextBoundaryAt == null || !isOpen() ? null : next(LocalDate.ofInstant(nextBoundaryAt, DomainClock.ZONE).minusDays(1), expected());
    }

    private Obligation explained(Explanation now, @Nullable Instant boundaryAt) {
        return with(expected(), status, answer(), boundaryAt, preparedOn, urgedOn, files, now);
    }

    /** Its rule is about another programme now, or about none; whatever became of it. */
    Decision<Obligation> describe(@Nullable String about) {
        if (Objects.equals(about, programme)) {
            return Decision.unchanged();
        }
        var after = with(expected().about(about), status, answer(), nextBoundaryAt, preparedOn, urgedOn, files, explanation);
        return Decision.accept(after, after.fact(new ReportEvent.ReportDescribed(after.state())));
    }

    /** A file that goes with the answer. */
    Decision<Obligation> attach(ReportFile file) {
        if (!isOpen()) {
            return Decision.refuse(409, "REPORT_NOT_OPEN");
        }
        var all = new ArrayList<>(attached());
        if (all.size() >= MOST_FILES) {
            return Decision.refuse(422, "REPORT_FILES_TOO_MANY", MOST_FILES);
        }
        all.add(file);
        return Decision.accept(
                with(expected(), status, answer(), nextBoundaryAt, preparedOn, urgedOn, all, explanation),
                Fact.internal("ReportFileAttached", commune, Map.of("file", file.id(), "sha256", file.sha256(), "size", file.size())));
    }

    private Optional<Decision<Obligation>> refusalBeforeLate(@Nullable String reason, LocalDate today) {
        if (!isOpen()) {
            return Optional.of(Decision.refuse(409, "REPORT_NOT_OPEN"));
        } else if (status == ReportStatus.OVERDUE || today.isAfter(countsUntil())) {
            return Optional.of(Decision.refuse(409, "REPORT_LATE_ALREADY"));
        } else if (reason == null || reason.isBlank()) {
            return Optional.of(Decision.refuse(422, "REASON_REQUIRED"));
        }
        return Optional.empty();
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
        var after = with(expected().with(owing, recipient), status, answer(), nextBoundaryAt, preparedOn, urgedOn, files, explanation);
        return Decision.accept(after, after.fact(new ReportEvent.ReportReassigned(after.state())));
    }

    /** Whether nothing happens to it any more. */
    boolean isFinished() {
        return status == ReportStatus.ACCEPTED || status == ReportStatus.EXEMPTED;
    }

    /** The same report by a rule that was amended. */
    public Expected amendedBy(UnitId newOwedTo, LocalDate newLastDay) {
        return amendedBy(newOwedTo, newLastDay, bounds, headSends);
    }

    /** The same with its further days. What was extended is never due earlier again. */
    public Expected amendedBy(UnitId newOwedTo, LocalDate newLastDay, @Nullable ReportBounds newBounds, @Nullable Boolean byHead) {
        var extended = bounds != null && bounds.firstLastDay() != null && lastDay.isAfter(newLastDay);
        return new Expected(
                id, rule, plan, province, commune, unit, newOwedTo, title, period, opensOn, extended ? lastDay : newLastDay,
                extended ? bounds : newBounds, byHead, asked, reminders, programme);
    }

    /**
     * Its rule was amended. What is answered or late stays; a day that has passed already begins to hold with the next period.
     *
     * @param wanted what the rule asks for now; null for nothing
     */
    Decision<Obligation> amend(@Nullable Expected wanted, @Nullable Basis basis, LocalDate today, Reminding reminding) {
        if (!isOpen() || status == ReportStatus.OVERDUE || today.isAfter(countsUntil())) {
            return Decision.unchanged();
        }
        if (wanted == null) {
            var exempted = to(ReportStatus.EXEMPTED, Answer.NONE, null);
            return Decision.accept(exempted, exempted.fact(new ReportEvent.ReportExempted(exempted.state(), "plan-amended")));
        }
        var dated = wanted.lastDay().isBefore(today) ? wanted.until(lastDay, bounds) : wanted;
        var now = dated.lastDay().equals(lastDay) ? dated : reminding.told(dated, today);
        if (now.equals(expected())) {
            return Decision.unchanged();
        }
        var moved = with(now, stillOpen(today, now), Answer.NONE, next(today, now), preparedOn, urgedOn, files, explanation);
        return now.lastDay().equals(lastDay) && now.owedTo().equals(owedTo) && Objects.equals(now.bounds(), bounds)
                ? Decision.accept(moved, Fact.internal("ReportTermsChanged", commune, Map.of("period", period)))
                : Decision.accept(moved, moved.fact(new ReportEvent.ReportMoved(moved.state(), lastDay, basis)));
    }

    /** Its commune keeps time otherwise: what has come by now is told as it was meant, and of the new days only those that lie ahead. */
    Decision<Obligation> remind(Reminding reminding, LocalDate today) {
        var wanted = reminding.told(expected(), today);
        if (!isOpen() || wanted.equals(expected())) {
            return Decision.unchanged();
        }
        var facts = new ArrayList<Fact>();
        var passed = this;
        if (passTo(today) instanceof Decision.Accepted<Obligation>(var state, var told)) {
            passed = state;
            facts.addAll(told);
        }
        var after = with(wanted, passed.status, passed.answer(), next(today, wanted), passed.preparedOn, passed.urgedOn, passed.files, passed.explanation);
        facts.add(Fact.internal("TimekeepingChanged", commune, Map.of()));
        return new Decision.Accepted<>(after, facts);
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
        return with(expected(), Transitions.check(status, became), Answer.NONE, next(today, expected()), preparedOn, urgedOn, files, explanation);
    }

    private static ReportEvent eventOf(Boundary boundary, ReportState state) {
        return switch (boundary) {
            case Boundary.DueSoon soon -> new ReportEvent.ReportDueSoon(state, soon.daysLeft());
            case Boundary.Overdue overdue -> new ReportEvent.ReportOverdue(state, overdue.day());
            case Boundary.Escalation step -> new ReportEvent.ReportEscalated(state, step.step(), step.daysLate());
        };
    }

    private static ReportEvent eventOf(Explanations.Step step, ReportState state) {
        return switch (step) {
            case Explanations.DueSoon soon -> new ReportEvent.ReportExplanationDueSoon(state, soon.daysLeft());
            case Explanations.Overdue late -> new ReportEvent.ReportExplanationOverdue(state, late.since());
        };
    }

    /** What was late is told so once, also where the clock of whoever acts now is behind. */
    private LocalDate notBeforeLate(LocalDate today) {
        var firstLate = countsUntil().plusDays(1);
        return status == ReportStatus.SUBMITTED_LATE && today.isBefore(firstLate) ? firstLate : today;
    }

    private static @Nullable Instant next(LocalDate today, Expected report) {
        return Boundaries.after(today, report).map(Boundary::at).orElse(null);
    }

    /** As it stands without an answer while it is not late. */
    private static ReportStatus waiting(LocalDate today, Expected report) {
        return today.isBefore(report.lastDay().minusDays(report.told().dueSoon())) ? ReportStatus.OPEN : ReportStatus.DUE_SOON;
    }

    private ReportStatus stillOpen(LocalDate today, Expected report) {
        return status == ReportStatus.RETURNED ? status : waiting(today, report);
    }

    /** The last day on which what is sent still counts as in time. */
    public LocalDate countsUntil() {
        return expected().countsUntil();
    }

    /** Whether the unit itself cannot send it any more. */
    public boolean isLocked(LocalDate today) {
        return bounds != null && bounds.lockedFrom() != null && !today.isBefore(bounds.lockedFrom());
    }

    public boolean isAsked() {
        return Boolean.TRUE.equals(asked);
    }

    public boolean isOnBehalf() {
        return Boolean.TRUE.equals(onBehalf);
    }

    public boolean headSendsIt() {
        return Boolean.TRUE.equals(headSends);
    }

    /** By what it is found for those who do not see all. */
    public List<String> marks() {
        return tokens == null ? List.of() : tokens;
    }

    public List<ReportFile> attached() {
        return files == null ? List.of() : files;
    }

    private Fact fact(ReportEvent event) {
        return Fact.of(event, commune);
    }

    private ReportState state() {
        return expected().state(status, answer(), preparedOn, explanation);
    }

    private Answer answer() {
        return new Answer(nothingToReport, submittedOn, isOnBehalf(), sentBy);
    }

    private Expected expected() {
        return new Expected(id, rule, plan, province, commune, unit, owedTo, title, period, opensOn, lastDay, bounds, headSends, asked, reminders, programme);
    }

    /** Whatever was decided, nothing waits for the head of the unit any more. */
    private Obligation to(ReportStatus next, Answer answer, @Nullable Instant boundaryAt) {
        return with(expected(), Transitions.check(status, next), answer, boundaryAt, null, urgedOn, files, explanation);
    }

    private static Obligation begun(Expected expected, ReportStatus status, @Nullable Instant boundaryAt) {
        return with(expected, status, Answer.NONE, boundaryAt, null, null, null, null);
    }

    private static Obligation with(
            Expected expected, ReportStatus status, Answer answer, @Nullable Instant boundaryAt, @Nullable LocalDate prepared,
            @Nullable LocalDate urged, @Nullable List<ReportFile> files, @Nullable Explanation explanation) {
        var toExplain = status == ReportStatus.EXEMPTED ? Optional.<Instant>empty() : Explanations.next(explanation);
        return new Obligation(
                expected.id(), expected.rule(), expected.plan(), expected.province(), expected.commune(), expected.unit(), expected.owedTo(),
                expected.title(), expected.period(), expected.opensOn(), expected.lastDay(), status, Transitions.rank(status),
                answer.nothingToReport(), answer.submittedOn(), expected.bounds(), expected.headSends(), expected.asked(),
                answer.onBehalf() ? Boolean.TRUE : null, answer.sentBy(), prepared, urged, files, expected.reminders(), explanation,
                expected.programme(), expected.programme() == null ? null : Marks.with(List.of(), expected.programme(), false),
                Stream.concat(Stream.ofNullable(boundaryAt), toExplain.stream()).min(Comparator.naturalOrder()).orElse(null));
    }
}
