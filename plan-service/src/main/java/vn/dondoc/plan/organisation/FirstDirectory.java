package vn.dondoc.plan.organisation;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;

/** The province and its first administrator. */
@Component
public class FirstDirectory {

    private final Aggregates<Unit> units;
    private final Aggregates<Position> positions;

    FirstDirectory(Aggregates<Unit> units, Aggregates<Position> positions) {
        this.units = units;
        this.positions = positions;
    }

    /**
     * Sets them up; one that was cut off between the two is simply done again.
     *
     * @throws vn.dondoc.platform.problem.ProblemException 409 where somebody else was faster
     */
    public void setUp(UnitId id, String name, String title, PersonId administrator, Act act) {
        if (units.find(id.value()).isEmpty()) {
            units.create(id.value(), act, () -> Unit.register(new UnitState(id, name, List.of(), UnitKind.PROVINCE, null, null, id, false, true))).orProblem();
        }
        // One id for all who try: the second of two gets 409
        var position = new PositionState(new PositionId("administrator"), id, title, Role.PROVINCE_ADMINISTRATOR, administrator, null);
        positions.create(position.id().value(), act, () -> Position.fill(position, id)).orProblem();
    }
}
