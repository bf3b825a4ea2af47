package vn.dondoc.plan.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.process.ProcessKind;
import vn.dondoc.platform.process.StoredProcess;
import vn.dondoc.platform.process.Wanted;

/**
 * Merges a unit into another: first it ends, and with it the rights of its positions; then the units below it and its positions follow.
 * People move with their position, except a head whose place is filled in the other unit: that position is vacated.
 */
@Component
class Merging implements ProcessKind {

    private static final String NAME = "unit-merger";
    private static final String FROM = "from";
    private static final String INTO = "into";
    static final String UNIT = "unit";
    private static final String CHILD = "child/";
    private static final String POSITION = "position/";
    private static final String BODY = "body/";
    private static final Set<Role> HEADS = Set.of(Role.UNIT_HEAD, Role.VILLAGE_HEAD);
    private static final Set<UnitKind> NEVER = Set.of(UnitKind.PROVINCE, UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    private final Aggregates<Unit> units;
    private final Aggregates<Position> positions;
    private final Aggregates<Body> bodies;

    Merging(Aggregates<Unit> units, Aggregates<Position> positions, Aggregates<Body> bodies) {
        this.units = units;
        this.positions = positions;
        this.bodies = bodies;
    }

    /** Why one cannot be merged into the other now. */
    Optional<ProblemException> obstacle(Unit unit, UnitId into, Criteria... within) {
        if (unit.id().equals(into)) {
            return problem(422, "MERGER_ITSELF");
        }
        var other = units.find(into.value(), within).map(Versioned::state).orElse(null);
        if (other == null) {
            return problem(422, "SUCCESSOR_UNKNOWN");
        } else if (NEVER.contains(unit.kind()) || NEVER.contains(other.kind())) {
            return problem(422, "MERGER_KIND");
        } else if (!unit.area().equals(other.area())) {
            return problem(422, "MERGER_ELSEWHERE");
        } else if (!unit.active()) {
            return problem(409, "UNIT_INACTIVE");
        } else if (!other.active()) {
            return problem(422, "SUCCESSOR_INACTIVE");
        } else if (unit.standing()) {
            return problem(409, "MERGER_STANDING");
        }
        return isBelow(other, unit.id()) ? problem(422, "MERGER_BELOW") : Optional.empty();
    }

    /** Why it cannot stand below that unit: a move stays within a commune, or within the offices of the province. */
    Optional<ProblemException> obstacleToMoving(Unit unit, @Nullable UnitId below) {
        var parent = below == null ? null : units.find(below.value()).map(Versioned::state).orElse(null);
        if (parent == null) {
            return problem(422, "PARENT_UNKNOWN", String.valueOf(below));
        } else if (NEVER.contains(unit.kind()) || unit.parent() == null) {
            return problem(422, "MERGER_KIND");
        } else if (!unit.area().equals(parent.area())) {
            return problem(422, "MERGER_ELSEWHERE");
        } else if (!unit.active()) {
            return problem(409, "UNIT_INACTIVE");
        } else if (!parent.active()) {
            return problem(422, "SUCCESSOR_INACTIVE");
        }
        return parent.id().equals(unit.id()) || isBelow(parent, unit.id()) ? problem(422, "MERGER_BELOW") : Optional.empty();
    }

    /** What follows a unit that ends. */
    List<String> partsBelow(Unit unit) {
        var children = units.list(below("parent", unit)).stream().map(child -> CHILD + child.id());
        var places = positions.list(below("unit", unit)).stream().map(position -> POSITION + position.id());
        var named = new Criteria().orOperator(Criteria.where("unit").is(unit.id().value()), Criteria.where("urging").is(unit.id().value()));
        var ofBodies = bodies.list(new Query(named).with(Sort.by("_id"))).stream().map(body -> BODY + body.id());
        return Stream.of(children, places, ofBodies).flatMap(some -> some).toList();
    }

    Wanted wanted(String process, Unit unit, UnitId into) {
        var parts = Stream.concat(Stream.of(UNIT), partsBelow(unit).stream()).toList();
        return new Wanted(
                process, NAME, unit.province(), unit.commune(), Map.of(FROM, unit.id().value(), INTO, into.value()), parts, null);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome<?> carryOut(StoredProcess process, @Nullable String words, String part, Act act) {
        var from = new UnitId(Objects.requireNonNull(process.parameters().get(FROM)));
        var into = new UnitId(Objects.requireNonNull(process.parameters().get(INTO)));
        return carryOut(process, from, into, part, act);
    }

    /** The same for a process in which a unit ends beside other things. */
    Outcome<?> carryOut(StoredProcess process, UnitId from, UnitId into, String part, Act act) {
        var ended = end(process, from, into, act);
        if (part.equals(UNIT) || !(ended instanceof Outcome.Done<Unit>)) {
            return ended;
        } else if (part.startsWith(BODY)) {
            return bodies.change(part.substring(BODY.length()), act, body -> body.follow(from, into));
        }
        return part.startsWith(CHILD)
                ? units.change(part.substring(CHILD.length()), act, child -> child.moveBelow(from, into))
                : follow(part.substring(POSITION.length()), from, into, act);
    }

    /** Every other part rests on this one and makes sure of it, in whatever order they come. */
    private Outcome<Unit> end(StoredProcess process, UnitId from, UnitId into, Act act) {
        var other = units.find(into.value()).map(Versioned::state).filter(Unit::active).isPresent();
        var ofUnit = new Act(act.actor(), act.at(), act.correlation(), Ids.derived(UNIT, process.id()), process.id());
        return units.change(from.value(), ofUnit, unit -> unit.mergeInto(into, other));
    }

    private Outcome<Position> follow(String id, UnitId from, UnitId into, Act act) {
        var successors = positions.list(new Query(Criteria.where("unit").is(into.value()))).stream().map(Versioned::state).toList();
        return positions.change(id, act, position -> {
            var filled = successors.stream().anyMatch(one -> one.role() == position.role() && one.holder() != null);
            return HEADS.contains(position.role()) && filled ? position.vacate(from) : position.moveTo(from, into);
        });
    }

    private boolean isBelow(Unit unit, UnitId above) {
        var passed = new HashSet<UnitId>();
        var parent = unit.parent();
        while (parent != null && passed.add(parent)) {
            if (parent.equals(above)) {
                return true;
            }
            parent = units.find(parent.value()).map(found -> found.state().parent()).orElse(null);
        }
        return false;
    }

    private static Query below(String field, Unit unit) {
        return new Query(Criteria.where(field).is(unit.id().value())).with(Sort.by("_id"));
    }

    static Optional<ProblemException> problem(int status, String code, Object... arguments) {
        return Optional.of(ProblemException.of(status, code, arguments));
    }
}
