package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.BudgetShare;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.TargetState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.deadline.Explanations;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * One target and its decisions. Days are days in Asia/Ho_Chi_Minh.
 *
 * @param owner the unit that answers for it now; null where the plan names none
 * @param planned as its plan has it
 * @param known order of the plan's event it is known from, which later ones have to exceed
 * @param chosen how its figure comes about; null while nobody has decided
 * @param share null where people measure it
 * @param figures what holds of each period
 * @param standing by the figures, whatever is given; null where it is computed or has no goal
 * @param explanation that was asked for since it is behind; null where none ever was
 * @param nextBoundaryAt when time makes the explanation that is owed something else, whatever is given; null for never
 */
public record Target(
        TargetId id,
        UnitId province,
        UnitId commune,
        PlanId plan,
        int order,
        @Nullable UnitId owner,
        PlannedTarget planned,
        long known,
        @Nullable TargetArithmetic chosen,
        @Nullable BudgetShare share,
        List<TargetFigure> figures,
        @Nullable TargetStanding standing,
        @Nullable Explanation explanation,
        @Nullable Instant nextBoundaryAt) {

    public Target {
        figures = figures == null ? List.of() : List.copyOf(figures);
        standing = share == null && planned.hasGoal() ? measured(planned, chosen, figures).standing(goal(planned)) : null;
        nextBoundaryAt = planned.withdrawnOn() == null ? Explanations.next(explanation).orElse(null) : null;
    }

    /** As its plan has it, before anything was measured. */
    static Decision.Accepted<Target> taken(PlannedTarget planned, long order) {
        var target = of(planned, order, null, null, List.of(), null);
        return new Decision.Accepted<>(target, List.of(target.fact(new TargetEvent.TargetTracked(target.state()))));
    }

    /**
     * As its plan has it now; what was measured stays.
     *
     * @param order of the event that told it; what is not newer than the known changes nothing
     */
    Decision<Target> amended(PlannedTarget now, long order) {
        if (known >= order) {
            return Decision.unchanged();
        }
        return tracked(of(now, order, chosen, share, figures, explanation));
    }

    /** Its unit was merged into another. */
    Decision<Target> toHeir(UnaryOperator<UnitId> heirOf) {
        var heir = owner == null ? null : heirOf.apply(owner);
        return Objects.equals(heir, owner)
                ? Decision.unchanged()
                : tracked(new Target(id, province, commune, plan, order, heir, planned, known, chosen, share, figures, null, explanation, null));
    }

    /** People measure it, and that is how the figure comes about. */
    Decision<Target> define(TargetArithmetic arithmetic) {
        if (isWithdrawn()) {
            return Decision.refuse(409, "TARGET_WITHDRAWN");
        } else if (arithmetic == TargetArithmetic.WEIGHTED_MEAN && figures.stream().anyMatch(figure -> figure.weight() == null)) {
            return Decision.refuse(409, "TARGET_WITHOUT_WEIGHTS");
        } else if (arithmetic == TargetArithmetic.YES_NO && figures.stream().anyMatch(figure -> !isYesOrNo(figure.value()))) {
            return Decision.refuse(409, "TARGET_NOT_YES_NO");
        }
        return share == null && chosen == arithmetic ? Decision.unchanged() : defined(arithmetic, null, null);
    }

    /**
     * Its figure follows from the money of tasks. Declared again, its base counts on.
     *
     * @param words what is kept of it beside the history
     */
    Decision<Target> compute(BudgetShare wanted, String words) {
        if (isWithdrawn()) {
            return Decision.refuse(409, "TARGET_WITHDRAWN");
        } else if (!planned.unit().contains("%")) {
            return Decision.refuse(422, "TARGET_NOT_A_SHARE");
        } else if (!planned.hasGoal()) {
            return Decision.refuse(422, "TARGET_WITHOUT_GOAL");
        }
        var before = share;
        if (before != null && same(before, wanted)) {
            return Decision.unchanged();
        }
        var number = before == null ? 1 : sameBase(before, wanted) ? before.baseNumber() : before.baseNumber() + 1;
        return defined(chosen, new BudgetShare(wanted.money(), wanted.programme(), wanted.baseVnd(), wanted.baseYear(), number), words);
    }

    /** The budget was another one: a numbered correction. */
    Decision<Target> rebase(long vnd, int year, String words) {
        var before = share;
        if (isWithdrawn()) {
            return Decision.refuse(409, "TARGET_WITHDRAWN");
        } else if (before == null) {
            return Decision.refuse(409, "TARGET_NOT_COMPUTED");
        }
        return defined(chosen, new BudgetShare(before.money(), before.programme(), vnd, year, before.baseNumber() + 1), words);
    }

    /**
     * What was measured of a period of which nothing was told yet, or only an estimate.
     *
     * @param words source, evidence and the like, kept beside the history
     */
    Decision<Target> measure(Reading reading, boolean onBehalf, LocalDate today, String words) {
        var before = of(reading.period()).orElse(null);
        if (before != null && (!before.estimated() || reading.estimated())) {
            return refusal(reading, today).orElseGet(() -> Decision.refuse(409, "TARGET_MEASURED_ALREADY", reading.period()));
        }
        return refusal(reading, today).orElseGet(() -> measured(reading, before, onBehalf, today, words));
    }

    /** What was told of a period was wrong; it stays in the history, and the new figure has a number. */
    Decision<Target> correct(Reading reading, boolean onBehalf, LocalDate today, String words) {
        var before = of(reading.period()).orElse(null);
        if (before == null) {
            return refusal(reading, today).orElseGet(() -> Decision.refuse(409, "TARGET_NOT_MEASURED", reading.period()));
        }
        return refusal(reading, today).orElseGet(() -> measured(reading, before, onBehalf, today, words));
    }

    /** As a workbook tells it: of a period that was told already it is a correction, which needs its reason; the same figure again is nothing. */
    Decision<Target> enter(Reading reading, boolean onBehalf, LocalDate today, Words words) {
        var plainly = new Words(words.source(), words.evidence(), words.documentNumber(), null).write();
        return switch (effectOf(reading)) {
            case NOTHING -> Decision.unchanged();
            case MEASURES -> measure(reading, onBehalf, today, plainly);
            case CORRECTS -> words.reason() == null
                    ? measure(reading, onBehalf, today, plainly) : correct(reading, onBehalf, today, words.write());
        };
    }

    SheetEntry.Effect effectOf(Reading reading) {
        var before = of(reading.period()).orElse(null);
        if (before == null) {
            return SheetEntry.Effect.MEASURES;
        }
        var same = before.estimated() == reading.estimated() && before.value().compareTo(reading.value()) == 0
                && same(before.weight(), reading.weight()) && same(before.lastYear(), reading.lastYear())
                && same(before.part(), reading.part()) && same(before.whole(), reading.whole());
        return same ? SheetEntry.Effect.NOTHING
                : before.estimated() && !reading.estimated() ? SheetEntry.Effect.MEASURES : SheetEntry.Effect.CORRECTS;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    /**
     * Somebody above asks why it is behind.
     *
     * @param behind how it stands now, which of a computed one only the money of its tasks tells
     * @param wanted the last day to explain in time; null for the one that follows from {@code days}
     */
    Decision<Target> ask(boolean behind, String question, @Nullable LocalDate wanted, int days, LocalDate today) {
        if (owesExplanation()) {
            return Decision.refuse(409, "EXPLANATION_WAITS");
        } else if (isWithdrawn() || !behind) {
            return Decision.refuse(409, "TARGET_NOT_BEHIND");
        } else if (owner == null) {
            return Decision.refuse(409, "TARGET_WITHOUT_OWNER");
        }
        return Explanations.asked(explanation, wanted, days, today).map(this::explained)
                .map(after -> Decision.accept(after, after.fact(new TargetEvent.TargetExplanationRequested(after.state())).withText(question)))
                .orElseGet(() -> Decision.refuse(422, "EXPLANATION_DAY"));
    }

    /** Whoever answers for it says why; what comes after the last day to explain is late though nobody said so yet. */
    Decision<Target> explain(String words, LocalDate today) {
        if (explanation == null || !owesExplanation()) {
            return Decision.refuse(409, "NO_EXPLANATION_ASKED");
        }
        var facts = new ArrayList<Fact>();
        var answer = Explanations.answered(explanation, today);
        if (answer.late() != null) {
            facts.add(fact(eventOf(answer.late(), explained(answer.late().after()).state())));
        }
        var after = explained(answer.given());
        facts.add(after.fact(new TargetEvent.TargetExplanationGiven(after.state())).withText(words));
        return new Decision.Accepted<>(after, facts);
    }

    /** Time has passed until that day. */
    Decision<Target> passTo(LocalDate today) {
        var step = owesExplanation() ? Explanations.reached(explanation, today).orElse(null) : null;
        if (step == null) {
            return Decision.unchanged();
        }
        var after = explained(step.after());
        return Decision.accept(after, after.fact(eventOf(step, after.state())));
    }

    /** Whether whoever answers for it has to say why it is behind. */
    boolean owesExplanation() {
        return !isWithdrawn() && Explanations.isOwed(explanation);
    }

    private Target explained(Explanation now) {
        return new Target(id, province, commune, plan, order, owner, planned, known, chosen, share, figures, null, now, null);
    }

    private static TargetEvent eventOf(Explanations.Step step, TargetState state) {
        return switch (step) {
            case Explanations.DueSoon soon -> new TargetEvent.TargetExplanationDueSoon(state, soon.daysLeft());
            case Explanations.Overdue late -> new TargetEvent.TargetExplanationOverdue(state, late.since());
        };
    }

    /**
     * A measurement as somebody tells it.
     *
     * @param part of {@code whole} that the value is the percentage of; null where it is told alone
     */
    record Reading(
            String period, BigDecimal value, @Nullable BigDecimal weight, @Nullable BigDecimal lastYear, boolean estimated, @Nullable BigDecimal part,
            @Nullable BigDecimal whole) {

        Reading(String period, BigDecimal value, @Nullable BigDecimal weight, @Nullable BigDecimal lastYear, boolean estimated) {
            this(period, value, weight, lastYear, estimated, null, null);
        }

        /** The same figure that was known: what it is counted of is still known, unless that is told with it. */
        Reading countedAs(@Nullable TargetFigure known) {
            return known == null || part != null || known.value().compareTo(value) != 0 ? this : new Reading(period, value, weight, lastYear, estimated, known.part(), known.whole());
        }
    }

    TargetArithmetic arithmetic() {
        return arithmetic(planned, chosen);
    }

    Measured measured() {
        return measured(planned, chosen, figures);
    }

    Goal goal() {
        return goal(planned);
    }

    boolean isWithdrawn() {
        return planned.withdrawnOn() != null;
    }

    boolean isComputed() {
        return share != null;
    }

    /** What holds of a period. */
    Optional<TargetFigure> of(String period) {
        return figures.stream().filter(figure -> figure.period().equals(period)).findFirst();
    }

    /** Whether something can be measured of that: a period of the rhythm, where there is one, or a point in time. */
    boolean isAbout(When when) {
        var rhythm = planned.rhythm();
        return when.rhythm() == null || when.rhythm() == rhythm || rhythm == null || rhythm == Frequency.AD_HOC;
    }

    private Optional<Decision<Target>> refusal(Reading reading, LocalDate today) {
        if (isWithdrawn()) {
            return Optional.of(Decision.refuse(409, "TARGET_WITHDRAWN"));
        } else if (isComputed()) {
            return Optional.of(Decision.refuse(409, "TARGET_COMPUTED"));
        }
        var when = When.of(reading.period()).filter(this::isAbout).orElse(null);
        if (when == null) {
            return Optional.of(Decision.refuse(422, "TARGET_PERIOD_WRONG", reading.period()));
        } else if (when.begins().isAfter(today)) {
            return Optional.of(Decision.refuse(422, "TARGET_PERIOD_AHEAD", reading.period()));
        } else if (arithmetic() == TargetArithmetic.WEIGHTED_MEAN && (reading.weight() == null || reading.weight().signum() <= 0)) {
            return Optional.of(Decision.refuse(422, "TARGET_WEIGHT_REQUIRED"));
        } else if (arithmetic() == TargetArithmetic.YES_NO && !isYesOrNo(reading.value())) {
            return Optional.of(Decision.refuse(422, "TARGET_YES_OR_NO"));
        } else if (reading.part() != null && !planned.unit().contains("%")) {
            return Optional.of(Decision.refuse(422, "TARGET_PART_OF_NOTHING"));
        }
        return Optional.empty();
    }

    private Decision<Target> measured(Reading reading, @Nullable TargetFigure before, boolean onBehalf, LocalDate today, String words) {
        var figure = new TargetFigure(
                reading.period(), Measured.plain(reading.value()), plain(reading.weight()), plain(reading.lastYear()), reading.estimated(),
                before == null ? 0 : before.correction() + 1, onBehalf, today, plain(reading.part()), plain(reading.whole()));
        var all = new ArrayList<>(figures);
        all.remove(before);
        all.add(figure);
        var after = new Target(id, province, commune, plan, order, owner, planned, known, chosen, share, Measured.of(arithmetic(), all).figures(), null, explanation, null);
        return Decision.accept(after, after.fact(new TargetEvent.TargetMeasured(after.state(), figure, before)).withText(words));
    }

    private Decision<Target> tracked(Target after) {
        return Decision.accept(after, after.fact(new TargetEvent.TargetTracked(after.state())));
    }

    private Decision<Target> defined(@Nullable TargetArithmetic arithmetic, @Nullable BudgetShare computed, @Nullable String words) {
        var after = new Target(id, province, commune, plan, order, owner, planned, known, arithmetic, computed, figures, null, explanation, null);
        return Decision.accept(after, after.fact(new TargetEvent.TargetDefined(after.state())).withText(words));
    }

    private Fact fact(TargetEvent event) {
        return Fact.of(event, commune);
    }

    private TargetState state() {
        var measured = measured();
        var byPeople = share == null;
        return new TargetState(
                id, plan, province, commune, order, planned.group(), planned.name(), planned.operator(), planned.value(), planned.unit(), owner,
                planned.rhythm(), planned.withdrawnOn(), arithmetic(), share, byPeople ? measured.newest() : null,
                byPeople ? measured.figure() : null, standing, explanation);
    }

    private static Target of(
            PlannedTarget planned, long order, @Nullable TargetArithmetic chosen, @Nullable BudgetShare share, List<TargetFigure> figures,
            @Nullable Explanation explanation) {
        return new Target(
                planned.id(), planned.province(), planned.commune(), planned.plan(), planned.order(), planned.owner(), planned, order, chosen,
                share, figures, null, explanation, null);
    }

    private static Measured measured(PlannedTarget planned, @Nullable TargetArithmetic chosen, List<TargetFigure> figures) {
        return Measured.of(arithmetic(planned, chosen), figures);
    }

    private static TargetArithmetic arithmetic(PlannedTarget planned, @Nullable TargetArithmetic chosen) {
        return chosen == null ? Ways.usual(planned) : chosen;
    }

    private static Goal goal(PlannedTarget planned) {
        return new Goal(planned.operator(), planned.value());
    }

    private static boolean same(BudgetShare one, BudgetShare other) {
        return one.money() == other.money() && Objects.equals(one.programme(), other.programme()) && sameBase(one, other);
    }

    private static boolean sameBase(BudgetShare one, BudgetShare other) {
        return one.baseVnd().equals(other.baseVnd()) && one.baseYear().equals(other.baseYear());
    }

    private static boolean isYesOrNo(BigDecimal value) {
        return value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : Measured.plain(number);
    }
}
