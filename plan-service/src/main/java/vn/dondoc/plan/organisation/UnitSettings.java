package vn.dondoc.plan.organisation;

import java.util.List;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** What a province or a commune decided on how it keeps time. */
record UnitSettings(String id, UnitId unit, SettingsState state) {

    static UnitSettings of(SettingsState state) {
        return new UnitSettings(state.unit().value(), state.unit(), state);
    }

    static Decision.Accepted<UnitSettings> set(SettingsState wanted) {
        return new Decision.Accepted<>(of(wanted), List.of(fact(wanted)));
    }

    Decision<UnitSettings> become(SettingsState wanted) {
        return state.equals(wanted) ? Decision.unchanged() : Decision.accept(of(wanted), fact(wanted));
    }

    private static Fact fact(SettingsState state) {
        return Fact.of(new OrganisationEvent.SettingsChanged(state), state.unit());
    }
}
