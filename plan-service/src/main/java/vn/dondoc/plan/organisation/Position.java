package vn.dondoc.plan.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** A position; {@code area} is the commune or province its events are keyed by. */
record Position(
        PositionId id,
        UnitId unit,
        String title,
        Role role,
        @Nullable PersonId holder,
        @Nullable String mailbox,
        @Nullable Absence absence,
        @Nullable ProgrammeScope scope,
        UnitId area) {

    static Position of(PositionState state, UnitId area) {
        return new Position(state.id(), state.unit(), state.title(), state.role(), state.holder(), state.mailbox(), state.absence(), state.scope(), area);
    }

    PositionState state() {
        return new PositionState(id, unit, title, role, holder, mailbox, absence, scope);
    }

    static Decision.Accepted<Position> fill(PositionState wanted, UnitId area) {
        return new Decision.Accepted<>(of(wanted, area), List.of(fact(wanted, area)));
    }

    /** Nobody who describes a position says whether its holder is there: an absence stays, and ends with its holder. */
    Decision<Position> become(PositionState wanted, UnitId newArea) {
        var stays = holder != null && holder.equals(wanted.holder());
        return next(new PositionState(wanted.id(), wanted.unit(), wanted.title(), wanted.role(), wanted.holder(), wanted.mailbox(),
                stays ? absence : null, wanted.scope()), newArea);
    }

    /** Follows its unit into another of the same area; one that was moved meanwhile stays where it is. */
    Decision<Position> moveTo(UnitId from, UnitId newUnit) {
        return unit.equals(from) ? become(new PositionState(id, newUnit, title, role, holder, mailbox, null, scope), area) : Decision.unchanged();
    }

    /** Somebody holds it from now on; whoever held it before had to give it back first. */
    Decision<Position> give(PersonId person) {
        return holder == null || holder.equals(person)
                ? become(new PositionState(id, unit, title, role, person, mailbox), area)
                : Decision.refuse(409, "POSITION_HELD");
    }

    /** Nobody holds it any more. */
    Decision<Position> vacate(UnitId from) {
        return unit.equals(from) ? become(new PositionState(id, unit, title, role, null, mailbox, null, scope), area) : Decision.unchanged();
    }

    /** @param wanted null where the holder is there again */
    Decision<Position> away(@Nullable Absence wanted) {
        return holder == null && wanted != null
                ? Decision.refuse(409, "POSITION_VACANT")
                : next(new PositionState(id, unit, title, role, holder, mailbox, wanted, scope), area);
    }

    private Decision<Position> next(PositionState wanted, UnitId newArea) {
        return state().equals(wanted) && area.equals(newArea)
                ? Decision.unchanged()
                : Decision.accept(of(wanted, newArea), fact(wanted, newArea));
    }

    private static Fact fact(PositionState state, UnitId area) {
        return Fact.of(
                state.holder() == null
                        ? new OrganisationEvent.PositionVacated(state)
                        : new OrganisationEvent.PositionFilled(state),
                area);
    }
}
