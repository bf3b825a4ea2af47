package vn.dondoc.plan.organisation;

import java.util.Map;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * What is stored already, as far as a directory that comes is compared with it.
 *
 * @param positions and their units
 * @param titles of the positions
 * @param holders of the positions that are held
 * @param bodies and the commune or province each is of
 */
record KnownDirectory(
        Map<UnitId, UnitState> units, Map<PositionId, UnitId> positions, Map<PositionId, String> titles,
        Map<PositionId, PersonId> holders, Map<BodyId, UnitId> bodies) {}
