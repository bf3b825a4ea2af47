package vn.dondoc.plan.organisation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.web.Folded;

/** A unit of the directory; {@code successor} where it was merged, {@code tokens} are the folded words it is found by. */
record Unit(
        UnitId id,
        String name,
        List<String> aliases,
        UnitKind kind,
        @Nullable UnitId parent,
        @Nullable UnitId commune,
        UnitId province,
        boolean standing,
        boolean active,
        @Nullable UnitId successor,
        List<String> tokens) {

    static Unit of(UnitState state) {
        return new Unit(state.id(), state.name(), state.aliases(), state.kind(), state.parent(), state.commune(), state.province(),
                state.standing(), state.active(), state.successor(), Folded.tokens(state.name() + " " + String.join(" ", state.aliases())));
    }

    UnitState state() {
        return new UnitState(id, name, aliases, kind, parent, commune, province, standing, active, successor);
    }

    static Decision.Accepted<Unit> register(UnitState wanted) {
        return new Decision.Accepted<>(of(wanted), List.of(Fact.of(new OrganisationEvent.UnitRegistered(wanted), key(wanted))));
    }

    /** An import says nothing of mergers: who was merged stays so. */
    Decision<Unit> become(UnitState wanted) {
        var next = new UnitState(wanted.id(), wanted.name(), wanted.aliases(), wanted.kind(), wanted.parent(), wanted.commune(),
                wanted.province(), wanted.standing(), wanted.active() && successor == null, successor);
        return state().equals(next)
                ? Decision.unchanged()
                : Decision.accept(of(next), Fact.of(new OrganisationEvent.UnitRenamed(next), key(next)));
    }

    /** Ends; whoever answers to it answers to the other unit from now on. */
    Decision<Unit> mergeInto(UnitId other, boolean otherIsActive) {
        if (other.equals(successor)) {
            return Decision.unchanged();
        } else if (!active) {
            return Decision.refuse(409, "UNIT_INACTIVE");
        } else if (!otherIsActive) {
            return Decision.refuse(422, "SUCCESSOR_INACTIVE");
        } else if (standing) {
            return Decision.refuse(409, "MERGER_STANDING");
        }
        var merged = new UnitState(id, name, aliases, kind, parent, commune, province, false, false, other);
        return Decision.accept(of(merged), Fact.of(new OrganisationEvent.UnitMerged(merged), key(merged)));
    }

    /** Its old name is still found, in plans that use it. */
    Decision<Unit> rename(String newName) {
        if (!active) {
            return Decision.refuse(409, "UNIT_INACTIVE");
        } else if (name.equals(newName)) {
            return Decision.unchanged();
        }
        var known = Stream.concat(aliases.stream(), Stream.of(name)).filter(alias -> !alias.equals(newName)).distinct().toList();
        var renamed = new UnitState(
                id, newName, known.subList(Math.max(0, known.size() - UnitEntries.MOST_ALIASES), known.size()), kind, parent, commune, province, standing, active, successor);
        return Decision.accept(of(renamed), Fact.of(new OrganisationEvent.UnitRenamed(renamed), key(renamed)));
    }

    /** Stands below another unit of the same area from now on. */
    Decision<Unit> moveTo(UnitId newParent) {
        if (!active) {
            return Decision.refuse(409, "UNIT_INACTIVE");
        }
        return newParent.equals(parent) ? Decision.unchanged() : moveBelow(Objects.requireNonNull(parent), newParent);
    }

    /** Follows the unit above it; one that has another parent meanwhile stays there. */
    Decision<Unit> moveBelow(UnitId from, UnitId newParent) {
        if (!from.equals(parent)) {
            return Decision.unchanged();
        }
        var moved = new UnitState(id, name, aliases, kind, newParent, commune, province, standing, active, successor);
        return Decision.accept(of(moved), Fact.of(new OrganisationEvent.UnitMoved(moved), key(moved)));
    }

    /** The commune, or the province where there is none. */
    UnitId area() {
        return commune == null ? province : commune;
    }

    private static UnitId key(UnitState unit) {
        return unit.commune() == null ? unit.province() : unit.commune();
    }
}
