package vn.dondoc.plan.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
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
 * Splits a unit: the new ones are registered beside it, and what was named for each moves there. Where the old one ends, it does so like
 * one that is merged: one unit takes over what is left and open.
 */
@Component
class Splitting implements ProcessKind {

    private static final String NAME = "unit-split";
    private static final String FROM = "from";
    private static final String INTO = "into";
    private static final String NEW = "new";
    private static final String POSITION = "position";
    private static final String CHILD = "child";
    private static final String END = "end";
    private static final Set<UnitKind> NEVER = Set.of(
            UnitKind.PROVINCE, UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    private final Aggregates<Unit> units;
    private final Aggregates<Position> positions;
    private final Merging merging;

    Splitting(Aggregates<Unit> units, Aggregates<Position> positions, Merging merging) {
        this.units = units;
        this.positions = positions;
        this.merging = merging;
    }

    Optional<ProblemException> obstacle(Unit unit, UnitChange change) {
        if (NEVER.contains(unit.kind()) || change.parts().stream().anyMatch(part -> NEVER.contains(part.kind()))) {
            return Merging.problem(422, "MERGER_KIND");
        } else if (!unit.active()) {
            return Merging.problem(409, "UNIT_INACTIVE");
        } else if (!ours(unit, change)) {
            return Merging.problem(422, "SPLIT_NOT_OF_UNIT");
        }
        var into = change.into();
        if (into == null) {
            return Optional.empty();
        } else if (isNew(into, change)) {
            return unit.standing() ? Merging.problem(409, "MERGER_STANDING") : Optional.empty();
        }
        return merging.obstacle(unit, into);
    }

    /** What moves stands in or below the unit, and goes one way only. */
    private boolean ours(Unit unit, UnitChange change) {
        var named = new HashSet<String>();
        var once = change.parts().stream().allMatch(part -> part.positions().stream().allMatch(one -> named.add("p" + one))
                && part.units().stream().allMatch(one -> named.add("u" + one)));
        var ofPositions = change.parts().stream().flatMap(part -> part.positions().stream()).allMatch(one ->
                positions.find(one.value()).filter(found -> found.state().unit().equals(unit.id())).isPresent());
        return once && ofPositions && change.parts().stream().flatMap(part -> part.units().stream()).allMatch(one ->
                units.find(one.value()).filter(found -> unit.id().equals(found.state().parent())).isPresent());
    }

    private static boolean isNew(UnitId unit, UnitChange change) {
        return change.parts().stream().anyMatch(part -> part.id().equals(unit));
    }

    Wanted wanted(String process, Unit unit, UnitChange change) {
        var parameters = new HashMap<String, String>();
        var parts = new ArrayList<String>();
        parameters.put(FROM, unit.id().value());
        for (int i = 0; i < change.parts().size(); i++) {
            var part = change.parts().get(i);
            parameters.put("id" + i, part.id().value());
            parameters.put("name" + i, part.name());
            parameters.put("kind" + i, part.kind().name());
            parts.add(NEW + "/" + i);
        }
        for (int i = 0; i < change.parts().size(); i++) {
            for (var one : change.parts().get(i).positions()) {
                parts.add(POSITION + "/" + i + "/" + one);
            }
            for (var one : change.parts().get(i).units()) {
                parts.add(CHILD + "/" + i + "/" + one);
            }
        }
        var into = change.into();
        if (into != null) {
            parameters.put(INTO, into.value());
            parts.add(END);
            rest(unit, change, parts);
        }
        return new Wanted(process, NAME, unit.province(), unit.commune(), parameters, parts, null);
    }

    /** What was not named goes where the open obligations go. */
    private void rest(Unit unit, UnitChange change, List<String> parts) {
        var named = new HashSet<String>();
        change.parts().forEach(part -> {
            part.positions().forEach(one -> named.add(one.value()));
            part.units().forEach(one -> named.add(one.value()));
        });
        merging.partsBelow(unit).stream().filter(part -> !named.contains(part.substring(part.indexOf('/') + 1))).forEach(parts::add);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome<?> carryOut(StoredProcess process, @Nullable String words, String part, Act act) {
        var from = new UnitId(Objects.requireNonNull(process.parameters().get(FROM)));
        var steps = part.split("/", 3);
        if (steps[0].equals(NEW)) {
            return registered(process, from, Integer.parseInt(steps[1]), act);
        } else if (steps.length == 3) {
            var number = Integer.parseInt(steps[1]);
            var made = registered(process, from, number, act);
            var target = new UnitId(Objects.requireNonNull(process.parameters().get("id" + number)));
            if (!(made instanceof Outcome.Done<Unit>)) {
                return made;
            }
            return steps[0].equals(POSITION)
                    ? positions.change(steps[2], act, position -> position.moveTo(from, target))
                    : units.change(steps[2], act, child -> child.moveBelow(from, target));
        }
        return ended(process, from, part, act);
    }

    /** The unit that takes over must be there before the old one ends. */
    private Outcome<?> ended(StoredProcess process, UnitId from, String part, Act act) {
        var into = new UnitId(Objects.requireNonNull(process.parameters().get(INTO)));
        for (int i = 0; process.parameters().containsKey("id" + i); i++) {
            if (into.value().equals(process.parameters().get("id" + i)) && !(registered(process, from, i, act) instanceof Outcome.Done<Unit>)) {
                return new Outcome.Contended<Unit>();
            }
        }
        return merging.carryOut(process, from, into, part.equals(END) ? Merging.UNIT : part, act);
    }

    /** Every part of it makes sure that its unit is there, in whatever order they come. */
    private Outcome<Unit> registered(StoredProcess process, UnitId from, int number, Act act) {
        var id = Objects.requireNonNull(process.parameters().get("id" + number));
        var there = units.find(id);
        if (there.isPresent()) {
            return new Outcome.Done<>(there.get(), true);
        }
        var old = units.find(from.value()).map(Versioned::state).orElse(null);
        if (old == null) {
            return new Outcome.NotFound<>();
        }
        var wanted = new UnitState(
                new UnitId(id), Objects.requireNonNull(process.parameters().get("name" + number)), List.of(),
                UnitKind.valueOf(Objects.requireNonNull(process.parameters().get("kind" + number))), old.parent(), old.commune(), old.province(), false, true);
        var ofUnit = new Act(act.actor(), act.at(), act.correlation(), Ids.derived(NEW, process.id(), id), process.id());
        return units.create(id, ofUnit, () -> Unit.register(wanted));
    }
}
