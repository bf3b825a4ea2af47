package vn.dondoc.task.assignment;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/**
 * Who can be given a part of a task now.
 *
 * @param units as a whole: those of the commune that do not lead it
 * @param positions that act, each with its unit: one of those, or one that leads the task itself
 */
public record Takers(Collection<UnitId> units, Map<PositionId, UnitId> positions) {

    /** Why a part cannot be given there; nothing where it can. */
    Optional<String> obstacle(UnitId unit, @Nullable PositionId position) {
        if (position != null) {
            return unit.equals(positions.get(position)) ? Optional.empty() : Optional.of("PART_POSITION");
        }
        return units.contains(unit) ? Optional.empty() : Optional.of("PART_UNIT");
    }
}
