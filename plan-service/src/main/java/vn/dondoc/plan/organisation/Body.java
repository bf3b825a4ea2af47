package vn.dondoc.plan.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** A steering committee, a working group or a programme, with the positions that take part in it. */
record Body(
        BodyId id,
        String name,
        BodyKind kind,
        UnitId province,
        @Nullable UnitId commune,
        @Nullable UnitId unit,
        @Nullable UnitId urging,
        List<BodyState.Member> members,
        boolean active) {

    Body {
        members = Lists.orEmpty(members);
    }

    static Body of(BodyState state) {
        return new Body(
                state.id(), state.name(), state.kind(), state.province(), state.commune(), state.unit(), state.urging(), state.members(), state.active());
    }

    BodyState state() {
        return new BodyState(id, name, kind, province, commune, unit, urging, members, active);
    }

    static Decision.Accepted<Body> setUp(BodyState wanted) {
        return new Decision.Accepted<>(of(wanted), List.of(fact(wanted)));
    }

    Decision<Body> become(BodyState wanted) {
        return state().equals(wanted) ? Decision.unchanged() : Decision.accept(of(wanted), fact(wanted));
    }

    /** Where it named a unit that ended, it names the one that took over. */
    Decision<Body> follow(UnitId from, UnitId into) {
        return become(new BodyState(
                id, name, kind, province, commune, from.equals(unit) ? into : unit, from.equals(urging) ? into : urging, members, active));
    }

    private static Fact fact(BodyState state) {
        return Fact.of(new OrganisationEvent.BodyChanged(state), state.area());
    }
}
