package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Targets.Base;
import vn.dondoc.contracts.api.Targets.Comparison;
import vn.dondoc.contracts.api.Targets.Measurement;
import vn.dondoc.contracts.api.Targets.Proposal;
import vn.dondoc.contracts.api.Targets.Row;
import vn.dondoc.contracts.api.Targets.Rows;
import vn.dondoc.contracts.api.Targets.Share;
import vn.dondoc.contracts.api.Targets.TargetSummary;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates.Told;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Programmes;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.facts.StoredFact;
import vn.dondoc.reporting.facts.TargetShare;
import vn.dondoc.reporting.plan.Plans;

/** Targets as a caller sees them. */
final class TargetViews {

    private static final int MOST_ROWS = 500;
    private static final String TASK = "task/";
    private static final String MEASURED = EventTypes.nameOf(TargetEvent.TargetMeasured.class);
    private static final String DEFINED = EventTypes.nameOf(TargetEvent.TargetDefined.class);

    private static final Set<String> EXPLANATIONS = Stream
            .of(TargetEvent.TargetExplanationRequested.class, TargetEvent.TargetExplanationOverdue.class, TargetEvent.TargetExplanationGiven.class)
            .map(EventTypes::nameOf).collect(Collectors.toUnmodifiableSet());

    private final Targets targets;
    private final Shares shares;
    private final Facts facts;
    private final Directory directory;
    private final DomainClock clock;
    private final Plans plans;

    TargetViews(Targets targets, Shares shares, Facts facts, Plans plans, Directory directory, DomainClock clock) {
        this.plans = plans;
        this.targets = targets;
        this.shares = shares;
        this.facts = facts;
        this.directory = directory;
        this.clock = clock;
    }

    /** Ids of the plans that carry out a programme, by any of its names. */
    List<String> plansOf(String programme) {
        var key = Programmes.key(programme);
        return key == null ? List.of() : plans.of(key).stream().map(PlanId::value).toList();
    }

    List<TargetSummary> summaries(List<Versioned<Target>> found, Caller caller) {
        var figures = shares.of(found.stream().map(Versioned::state).flatMap(target -> computed(target).stream()).toList());
        return found.stream().map(target -> summary(target.state(), figures, Map.of(), caller)).toList();
    }

    /** Ids of the computed ones that stand so now. */
    List<String> standing(List<Versioned<Target>> found, Collection<TargetStanding> wanted) {
        var figures = shares.of(found.stream().map(Versioned::state).flatMap(target -> computed(target).stream()).toList());
        return found.stream()
                .filter(target -> computed(target.state()).map(figures::get).filter(figure -> wanted.contains(figure.standing())).isPresent())
                .map(Versioned::id)
                .toList();
    }

    vn.dondoc.contracts.api.Targets.Target whole(Versioned<Target> found, Caller caller) {
        var target = found.state();
        var history = targets.history(found);
        var figures = shares.of(computed(target).stream().toList());
        var counted = target.isComputed() ? Map.of(target, rows(target).size()) : Map.<Target, Integer>of();
        var summary = summary(target, figures, counted, caller);
        return new vn.dondoc.contracts.api.Targets.Target(
                summary, found.version(), measurements(history), bases(history), comparison(target), proposal(target),
                target.isComputed() ? List.of() : Schedule.offered(target, clock.today()), Rights.actions(caller, target, summary.standing()), explanations(history));
    }

    /** What the caller may see of the rows of a computed figure; the others are one sum, so that all add up. */
    Optional<Rows> rows(Target target, Caller caller) {
        return computed(target).map(computed -> {
            var items = new ArrayList<Row>();
            var others = 0;
            var sum = 0L;
            var othersSum = 0L;
            for (var fact : rows(target)) {
                var vnd = Shares.money(computed.share(), Objects.requireNonNull(fact.money()));
                sum += vnd;
                if (items.size() < MOST_ROWS && caller.branch().covers(fact.province(), fact.commune(), fact.units())) {
                    items.add(row(fact, vnd));
                } else {
                    others++;
                    othersSum += vnd;
                }
            }
            return new Rows(items, others, othersSum, sum, computed.share().baseVnd());
        });
    }

    private List<StoredFact> rows(Target target) {
        return computed(target).map(computed -> facts.rowsOf(target.commune(), target.plan(), computed.share())).orElse(List.of());
    }

    private Row row(StoredFact fact, long vnd) {
        var money = Objects.requireNonNull(fact.money());
        return new Row(
                new TaskId(fact.id().substring(TASK.length())), fact.plan(), money.ordinal(), money.title(),
                fact.units().stream().map(directory::nameOf).toList(), vnd);
    }

    private TargetSummary summary(
            Target target, Map<Shares.Computed, Shares.Figure> figures, Map<Target, Integer> rows, Caller caller) {
        var planned = target.planned();
        var measured = target.measured();
        var schedule = Schedule.of(target, clock.today());
        var computed = computed(target).map(figures::get).orElse(null);
        return new TargetSummary(
                target.id(), target.plan(), target.commune(), directory.nameOf(target.commune()), target.order(), planned.group(), planned.name(),
                planned.operator(), planned.value(), planned.unit(), target.owner(), target.owner() == null ? null : directory.nameOf(target.owner()),
                planned.dataSource(), planned.rhythm(), planned.withdrawnOn(), target.arithmetic(), target.chosen() != null,
                share(target, computed, rows.get(target)), target.isComputed() ? null : measured.newest(),
                figure(target, computed), standing(target, computed), schedule.next(), schedule.now(),
                !target.isComputed() && !target.isWithdrawn() && Rights.mayMeasure(caller, target),
                Tasks.Explained.of(target.explanation(), target.owesExplanation()));
    }

    /** Whether it stands behind now, a computed one by the money that its tasks cost. */
    boolean isBehind(Target target) {
        var computed = computed(target).map(one -> shares.of(List.of(one)).get(one)).orElse(null);
        return standing(target, computed) == TargetStanding.BEHIND;
    }

    private static @Nullable BigDecimal figure(Target target, Shares.@Nullable Figure computed) {
        if (!target.isComputed()) {
            return target.measured().figure();
        }
        return computed == null || computed.standing() == TargetStanding.NOT_MEASURED ? null : computed.percent();
    }

    private static @Nullable TargetStanding standing(Target target, Shares.@Nullable Figure computed) {
        if (!target.planned().hasGoal()) {
            return null;
        }
        var own = computed == null ? target.standing() : computed.standing();
        return own == null ? TargetStanding.NOT_MEASURED : own;
    }

    private static @Nullable Share share(Target target, Shares.@Nullable Figure computed, @Nullable Integer rows) {
        var share = target.share();
        return share == null
                ? null
                : new Share(
                        share.money(), share.programme(), share.baseVnd(), share.baseYear(), share.baseNumber(),
                        computed == null ? 0 : computed.countedVnd(), rows);
    }

    private static @Nullable Comparison comparison(Target target) {
        var measured = target.measured();
        var figure = measured.figure();
        if (figure == null || target.isComputed()) {
            return null;
        }
        var before = measured.before().figure();
        var trend = before == null ? null : figure.compareTo(before) > 0 ? "up" : figure.compareTo(before) < 0 ? "down" : "level";
        return new Comparison(measured.lastYear(), before, trend, measured.outlook());
    }

    private static @Nullable Proposal proposal(Target target) {
        return target.isComputed() || target.isWithdrawn()
                ? null
                : ShareWords.proposal(target.planned()).map(words -> new Proposal(words.money(), words.programme())).orElse(null);
    }

    private List<Measurement> measurements(List<Told> history) {
        var later = new HashSet<String>();
        var measurements = new ArrayList<Measurement>();
        for (var told : history.reversed()) {
            if (told.entry().type().equals(MEASURED)) {
                var figure = event(told, TargetEvent.TargetMeasured.class).measured();
                var words = Words.read(told.text());
                var position = position(told);
                measurements.add(new Measurement(
                        figure, later.add(figure.period()), words.source(), words.evidence(), words.documentNumber(), words.reason(), told.entry().at(),
                        position.map(PositionState::title).orElse(null), position.map(held -> directory.nameOf(held.unit())).orElse(null)));
            }
        }
        return measurements;
    }

    private List<Reports.Entry> explanations(List<Told> history) {
        return history.stream().filter(told -> EXPLANATIONS.contains(told.entry().type())).map(told -> {
            var position = position(told);
            return new Reports.Entry(
                    told.entry().type(), told.entry().at(), position.map(PositionState::title).orElse(null),
                    position.map(held -> directory.nameOf(held.unit())).orElse(null), told.text());
        }).toList();
    }

    private List<Base> bases(List<Told> history) {
        var bases = new ArrayList<Base>();
        for (var told : history.reversed()) {
            var share = told.entry().type().equals(DEFINED) ? event(told, TargetEvent.TargetDefined.class).target().share() : null;
            if (share != null) {
                var position = position(told);
                var base = new Base(
                        share.baseNumber(), share.baseVnd(), share.baseYear(), Words.read(told.text()).source(), told.entry().at(),
                        position.map(PositionState::title).orElse(null), position.map(held -> directory.nameOf(held.unit())).orElse(null));
                // declared again with the same amount: the number is the same, and the older words are those of the amount
                bases.removeIf(newer -> newer.number() == base.number() && newer.vnd() == base.vnd() && newer.year() == base.year());
                bases.add(base);
            }
        }
        return bases;
    }

    private Optional<PositionState> position(Told told) {
        return Optional.ofNullable(told.entry().actor().position()).flatMap(directory::position);
    }

    private static Optional<Shares.Computed> computed(Target target) {
        var share = target.share();
        return share == null || target.isWithdrawn()
                ? Optional.empty()
                : Optional.of(new Shares.Computed(target.province(), target.commune(), target.plan(), new TargetShare(
                        target.planned().operator(), target.planned().value().stripTrailingZeros(), share.money(), Programmes.key(share.programme()),
                        share.baseVnd(), share.baseYear())));
    }

    private static <E extends TargetEvent> E event(Told told, Class<E> type) {
        return EventJson.mapper().convertValue(plain(told.entry().data()), type);
    }

    /** Numbers as Java has them; the driver reads them as its own. */
    private static @Nullable Object plain(@Nullable Object stored) {
        return switch (stored) {
            case Decimal128 number -> number.bigDecimalValue();
            case Map<?, ?> map -> map.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), entry -> Objects.requireNonNull(plain(entry.getValue())), (a, _) -> a, Document::new));
            case null, default -> stored;
        };
    }
}
