package vn.dondoc.plan.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Marks;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.web.Folded;

/**
 * A published plan.
 *
 * @param units all it names; {@code tokens} the folded words it is found by
 * @param watched what is followed without being owed
 * @param amended null in plans that never were
 * @param closed null while it runs
 * @param programme that it carries out, as whoever published it named it; null where it is of none, or from before programmes were named
 * @param following whether its rows are still being given the programme that it names now; null where they have it
 * @param nextBoundaryAt present while an amendment, the closing of it or its rows must be gone on with
 */
public record Plan(
        PlanId id,
        UnitId province,
        UnitId commune,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable Integer year,
        LocalDate publishedOn,
        int tasks,
        int targets,
        int rules,
        List<UnitId> units,
        List<String> tokens,
        List<Plans.WatchedDuty> watched,
        @Nullable Lineage lineage,
        @Nullable Amended amended,
        @Nullable Closed closed,
        @Nullable String programme,
        @Nullable Boolean following,
        @Nullable Instant nextBoundaryAt) {

    public Plan {
        watched = Lists.orEmpty(watched);
    }

    static Decision<Plan> publish(PlanState state, List<UnitId> units, List<Plans.WatchedDuty> watched, Lineage lineage) {
        var plan = of(state, units, watched, lineage, Amended.NEVER, null, null);
        return Decision.accept(plan, Fact.of(new PlanEvent.PlanPublished(state), state.commune()));
    }

    /** One amendment after the other; this one is carried out from now on. */
    public Decision<Plan> begin(String amendment, Instant at) {
        if (closed != null) {
            return closedAlready(closed);
        }
        if (isBeingChanged()) {
            return Decision.refuse(409, "PLAN_BEING_AMENDED");
        }
        return Decision.accept(
                of(state(), units, watched, lineage, amendments().begun(amendment), null, at),
                Fact.internal("PlanAmendmentStarted", commune, Map.of("amendment", amendment)));
    }

    /**
     * All its rows are there.
     *
     * @param source the draft that is the plan's document from now on; null where it changed single rows only
     * @param nowWatched null where what is watched stays
     */
    public Decision<Plan> finish(PlanEvent.PlanAmended event, List<UnitId> nowNamed, @Nullable DraftId source, LocalDate on,
            @Nullable List<Plans.WatchedDuty> nowWatched) {
        if (amendments().running() == null) {
            return Decision.unchanged();
        }
        var basis = event.basis();
        var done = new Amendments.Done(basis.number(), basis.issuedOn(), on, event.added(), event.changed(), event.withdrawn());
        var parent = lineage == null ? null : lineage.parent();
        var from = source != null ? source : lineage == null ? null : lineage.source();
        var became = from == null ? null : new Lineage(from, NumberKey.of(event.plan().number()), parent);
        return Decision.accept(of(
                event.plan(), nowNamed, nowWatched == null ? watched : nowWatched, became, amendments().finished(done), closed, null), Fact.of(event, commune));
    }

    /** Its year is over: what was decided about its rows is carried out from now on, and nothing else changes it. */
    public Decision<Plan> beginClosing(String closing, LocalDate on, Instant at) {
        if (closed != null) {
            return closedAlready(closed);
        }
        if (isBeingChanged()) {
            return Decision.refuse(409, "PLAN_BEING_AMENDED");
        }
        return Decision.accept(
                of(state(), units, watched, lineage, amendments(), new Closed(closing, on, true), at),
                Fact.internal("PlanClosingStarted", commune, Map.of("closing", closing)));
    }

    /** All its rows are as it was decided; whoever saw it goes on seeing it. */
    public Decision<Plan> finishClosing(PlanEvent.PlanClosed event) {
        if (closed == null || !closed.running()) {
            return Decision.unchanged();
        }
        return Decision.accept(
                of(event.plan(), units, watched, lineage, amendments(), new Closed(closed.closing(), closed.on(), false), null),
                Fact.of(event, commune));
    }

    /** Rows of a plan that was closed came into it; the same again is nothing new. */
    public Decision<Plan> receive(PublishedPlans.Rows rows, Basis from, int added, LocalDate on) {
        var named = rows.units();
        if (tasks == rows.tasks().size() && named.equals(units)) {
            return Decision.unchanged();
        }
        var after = state().having(rows.tasks().size(), targets, this.rules);
        var done = amendments().and(new Amendments.Done(from.number(), from.issuedOn(), on, added, 0, 0));
        return Decision.accept(
                of(after, named, watched, lineage, done, closed, nextBoundaryAt).following(following),
                Fact.of(new PlanEvent.PlanAmended(after, from, added, 0, 0), commune));
    }

    /** Carries out that programme, or none; its rows follow from now on. */
    public Decision<Plan> carryingOut(@Nullable String named, String reason, Instant at) {
        if (closed != null) {
            return closedAlready(closed);
        }
        if (isBeingChanged()) {
            return Decision.refuse(409, "PLAN_BEING_AMENDED");
        }
        if (Objects.equals(named, programme)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                of(state().within(named), units, watched, lineage, amendments(), null, at).following(true),
                Fact.internal("PlanProgrammeNamed", commune, named == null ? Map.of() : Map.of("programme", named)).withText(reason));
    }

    /** All its rows belong where it does. */
    public Decision<Plan> followed(int rows) {
        return isFollowed()
                ? Decision.unchanged()
                : Decision.accept(
                        of(state(), units, watched, lineage, amendments(), closed, null),
                        Fact.of(new PlanEvent.PlanAmended(state(), new Basis(null, null), 0, rows, 0), commune));
    }

    /** Whether its rows have the programme that it names. */
    public boolean isFollowed() {
        return !Boolean.TRUE.equals(following);
    }

    private boolean isBeingChanged() {
        return amendments().running() != null || !isFollowed();
    }

    private Plan following(@Nullable Boolean rows) {
        return new Plan(
                id, province, commune, title, number, issuedOn, year, publishedOn, tasks, targets, rules, units, tokens, watched, lineage, amended, closed,
                programme, rows, nextBoundaryAt);
    }

    private static Decision<Plan> closedAlready(Closed closed) {
        return Decision.refuse(409, closed.running() ? "PLAN_BEING_CLOSED" : "PLAN_CLOSED");
    }

    /** Names the plan above it, or none. */
    public Decision<Plan> below(@Nullable PlanId parent) {
        if (lineage == null || id.equals(parent)) {
            return Decision.refuse(422, "PARENT_IMPOSSIBLE");
        }
        if (Objects.equals(parent, lineage.parent())) {
            return Decision.unchanged();
        }
        return Decision.accept(
                of(state(), units, watched, new Lineage(lineage.source(), lineage.numberKey(), parent), amendments(), closed, nextBoundaryAt).following(following),
                Fact.internal("PlanPlaced", commune, parent == null ? Map.of() : Map.of("parent", parent.value())));
    }

    /** The plan above it; null where nobody has named one. */
    public @Nullable PlanId parent() {
        return lineage == null ? null : lineage.parent();
    }

    /** As events carry it. */
    public PlanState state() {
        return new PlanState(id, province, commune, title, number, issuedOn, year, publishedOn, tasks, targets, rules, programme);
    }

    /** Those of a plan that never was amended: none. */
    public Amended amendments() {
        return amended == null ? Amended.NEVER : amended;
    }

    private static Plan of(
            PlanState state, List<UnitId> units, List<Plans.WatchedDuty> watched, @Nullable Lineage lineage, Amended amended,
            @Nullable Closed closed, @Nullable Instant boundary) {
        var words = state.title() + " " + (state.number() == null ? "" : state.number());
        return new Plan(
                state.id(), state.province(), state.commune(), state.title(), state.number(), state.issuedOn(), state.year(),
                state.publishedOn(), state.tasks(), state.targets(), state.rules(), units,
                Marks.with(Folded.tokens(words), state.programme(), false), watched, lineage, amended, closed, state.programme(), null, boundary);
    }
}
