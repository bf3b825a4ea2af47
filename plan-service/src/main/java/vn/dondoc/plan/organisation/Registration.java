package vn.dondoc.plan.organisation;

import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;

/** Registers a single unit, where a person finds while working that the directory lacks it. */
@Component
public class Registration {

    private final Aggregates<Unit> units;

    Registration(Aggregates<Unit> units) {
        this.units = units;
    }

    /** The unit as it is now; one of that id that is there already stays as it is, so a call that is repeated changes nothing. */
    public UnitState register(UnitState wanted, Act act) {
        var outcome = units.create(wanted.id().value(), act, () -> Unit.register(wanted));
        if (outcome instanceof Outcome.Refused<Unit>) {
            return units.find(wanted.id().value()).orElseThrow().state().state();
        }
        return outcome.orProblem().state().state();
    }
}
