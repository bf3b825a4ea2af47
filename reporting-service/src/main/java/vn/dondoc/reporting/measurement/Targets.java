package vn.dondoc.reporting.measurement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.api.Reports.FigureLine;
import vn.dondoc.contracts.api.Targets.Together;
import vn.dondoc.contracts.event.BudgetShare;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.merger.Mergers;
import vn.dondoc.platform.time.DomainClock;

/** The targets of all communes: the one door to what happens to them. */
public final class Targets {

    public static final String COLLECTION = "targets";

    private final Aggregates<Target> targets;
    private final Aggregates<Target> withHistories;
    private final Mergers mergers;
    private final DomainClock clock;

    Targets(Aggregates<Target> targets, Mergers mergers, DomainClock clock) {
        this.targets = targets;
        this.withHistories = targets.withHistories();
        this.mergers = mergers;
        this.clock = clock;
    }

    /**
     * Takes over a target of a published plan, in its first, an amended or its last form; taken again, or an older one, nothing happens.
     *
     * @param order of the event
     */
    public void take(PlannedTarget planned, long order) {
        var act = Act.bySystem("plan-events", clock.instant());
        var id = planned.id().value();
        if (targets.create(id, act, () -> Target.taken(planned, order)) instanceof Outcome.Refused<Target>) {
            targets.change(id, act, before -> before.amended(planned, order)).orProblem();
        }
        var owner = planned.owner();
        if (owner != null && mergers.anyOf(List.of(owner))) {
            follow(id, act).orProblem();
        }
    }

    /** Ids of the targets that a unit answers for. */
    public List<String> answeredBy(UnitId unit) {
        return targets.list(new Query(Criteria.where("owner").is(unit.value())).with(Sort.by("_id"))).stream().map(Versioned::id).toList();
    }

    /** Gives a target to the heir of its unit. Doing it again changes nothing. */
    public Outcome<?> follow(String id, Act act) {
        return targets.change(id, act, target ->
                target.toHeir(mergers.heirsOf(target.owner() == null ? List.of() : List.of(Objects.requireNonNull(target.owner())))));
    }

    Optional<Versioned<Target>> find(String id, Criteria within) {
        return withHistories.find(id, within);
    }

    List<Versioned<Target>> list(Query query) {
        return targets.list(query);
    }

    long count(Query query) {
        return targets.count(query);
    }

    /** The targets of a plan that a unit answers for and can tell something of for that period, prefilled from what is recorded. */
    public List<FigureLine> linesOf(PlanId plan, UnitId unit, String period) {
        var when = When.of(period).orElse(null);
        if (when == null) {
            return List.of();
        }
        return toTell(List.of(plan), List.of(unit), when)
                .filter(target -> target.arithmetic() != TargetArithmetic.WEIGHTED_MEAN || target.of(period).isPresent())
                .map(target -> line(target, when)).toList();
    }

    /** A plan and a unit that answers for targets of it. */
    public record Owner(PlanId plan, UnitId unit) {}

    /** What those units are to tell for that period, also what a report has no room for; in one query, however many there are. */
    public Map<Owner, List<FigureLine>> owed(Collection<Owner> owners, String period) {
        var when = When.of(period).orElse(null);
        if (when == null || owners.isEmpty()) {
            return Map.of();
        }
        return toTell(owners.stream().map(Owner::plan).distinct().toList(), owners.stream().map(Owner::unit).distinct().toList(), when)
                .collect(Collectors.groupingBy(
                        target -> new Owner(target.plan(), Objects.requireNonNull(target.owner())), Collectors.mapping(target -> line(target, when), Collectors.toList())));
    }

    private Stream<Target> toTell(List<PlanId> plans, List<UnitId> units, When when) {
        var own = Criteria.where("plan").in(plans.stream().map(PlanId::value).toList()).and("owner").in(units.stream().map(UnitId::value).toList());
        return targets.list(new Query(own).with(Sort.by("order", "_id"))).stream().map(Versioned::state)
                .filter(target -> !target.isWithdrawn() && !target.isComputed() && target.isAbout(when));
    }

    private static FigureLine line(Target target, When when) {
        var planned = target.planned();
        var known = target.of(when.label());
        var lastYear = target.of(when.yearBefore()).map(TargetFigure::value).or(() -> known.map(TargetFigure::lastYear)).orElse(null);
        return new FigureLine(
                target.id(), planned.name(), planned.operator(), planned.value(), planned.unit(), known.map(TargetFigure::value).orElse(null),
                known.map(TargetFigure::estimated).orElse(false), lastYear, target.arithmetic(), known.map(TargetFigure::weight).orElse(null));
    }

    /**
     * A report told the figure of a period: what is recorded so already stays, what is recorded otherwise is corrected with that reason, so
     * that nothing is entered twice.
     *
     * @param source who told it, where it was entered for another unit
     */
    public Outcome<?> report(FigureLine told, String period, Act act, Criteria within, @Nullable String source, String reason) {
        var value = Objects.requireNonNull(told.value());
        return change(new Command(told.target().value(), act, null, within), target -> {
            var known = target.of(period).orElse(null);
            if (known != null && known.value().compareTo(value) == 0 && known.estimated() == told.estimated()) {
                return Decision.unchanged();
            }
            var reading = new Target.Reading(period, value, known == null ? null : known.weight(), told.lastYear(), told.estimated()).countedAs(known);
            var today = LocalDate.ofInstant(act.at(), DomainClock.ZONE);
            var first = known == null || known.estimated() && !told.estimated();
            return first
                    ? target.measure(reading, source != null, today, new Words(source, null, null, null).write())
                    : target.correct(reading, source != null, today, new Words(source, null, null, reason).write());
        });
    }

    /** What the targets of each of those plans come to together, as far as they lie within bounds; of none where there is one alone. */
    public Map<PlanId, Together> together(Collection<PlanId> plans, Criteria within) {
        var parts = new Criteria().andOperator(Criteria.where("plan").in(plans.stream().map(PlanId::value).toList()), Criteria.where("planned.withdrawnOn").exists(false), within);
        return plans.isEmpty() ? Map.of() : targets.list(new Query(parts)).stream().map(Versioned::state)
                .collect(Collectors.groupingBy(Target::plan, Collectors.collectingAndThen(Collectors.toList(), Adding::up)))
                .entrySet().stream().filter(entry -> entry.getValue().of() > 1).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What happened to it, oldest first, with the words of people. */
    List<Aggregates.Told> history(Versioned<Target> target) {
        return withHistories.history(target);
    }

    /**
     * One act on one target.
     *
     * @param expected the version that was looked at; null for any
     * @param within the caller's bounds
     */
    record Command(String id, Act act, @Nullable Long expected, Criteria within) {}

    Outcome<Target> measure(Command command, Target.Reading reading, boolean onBehalf, String words) {
        return change(command, target -> target.measure(reading, onBehalf, today(command), words));
    }

    Outcome<Target> correct(Command command, Target.Reading reading, boolean onBehalf, String words) {
        return change(command, target -> target.correct(reading, onBehalf, today(command), words));
    }

    Outcome<Target> enter(Command command, Target.Reading reading, boolean onBehalf, Words words) {
        return change(command, target -> target.enter(reading, onBehalf, today(command), words));
    }

    Outcome<Target> define(Command command, TargetArithmetic arithmetic) {
        return change(command, target -> target.define(arithmetic));
    }

    Outcome<Target> compute(Command command, BudgetShare share, String words) {
        return change(command, target -> target.compute(share, words));
    }

    Outcome<Target> rebase(Command command, long vnd, int year, String words) {
        return change(command, target -> target.rebase(vnd, year, words));
    }

    /** @param behind how a computed one stands now; {@code wanted} the last day to explain in time, null for the one that follows from {@code days} */
    Outcome<Target> ask(Command command, boolean behind, String question, @Nullable LocalDate wanted, int days) {
        return change(command, target -> target.ask(target.isComputed() ? behind : target.standing() == TargetStanding.BEHIND, question, wanted, days, today(command)));
    }

    Outcome<Target> explain(Command command, String words) {
        return change(command, target -> target.explain(words, today(command)));
    }

    private Outcome<Target> change(Command command, Function<Target, Decision<Target>> decide) {
        return withHistories.change(command.id(), command.act(), command.expected(), new Criteria[] {command.within()}, decide);
    }

    private static LocalDate today(Command command) {
        return LocalDate.ofInstant(command.act().at(), DomainClock.ZONE);
    }
}
