package vn.dondoc.plan.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.web.Folded;

/** A unit of the directory; {@code tokens} are the folded words it is found by. */
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
        List<String> tokens) {

    static Unit of(UnitState state) {
        return new Unit(state.id(), state.name(), state.aliases(), state.kind(), state.parent(), state.commune(), state.province(),
                state.standing(), state.active(), Folded.tokens(state.name() + " " + String.join(" ", state.aliases())));
    }

    UnitState state() {
        return new UnitState(id, name, aliases, kind, parent, commune, province, standing, active);
    }

    static Decision.Accepted<Unit> register(UnitState wanted) {
        return new Decision.Accepted<>(of(wanted), List.of(Fact.of(new OrganisationEvent.UnitRegistered(wanted), key(wanted))));
    }

    Decision<Unit> become(UnitState wanted) {
        return state().equals(wanted)
                ? Decision.unchanged()
                : Decision.accept(of(wanted), Fact.of(new OrganisationEvent.UnitRenamed(wanted), key(wanted)));
    }

    private static UnitId key(UnitState unit) {
        return unit.commune() == null ? unit.province() : unit.commune();
    }
}
