package vn.dondoc.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** Units, positions and who the caller is. */
public final class Organisation {

    private Organisation() {}

    /** A whole directory to be taken over; units in any order, doing it twice changes nothing. */
    public record Directory(List<UnitState> units, List<PositionState> positions, List<CalendarState> calendars) {

        public Directory {
            units = Lists.orEmpty(units);
            positions = Lists.orEmpty(positions);
            calendars = Lists.orEmpty(calendars);
        }
    }

    /** What an import did. */
    public record Imported(int units, int positions, int calendars, int unchanged) {}

    /** @param into the unit that takes over */
    public record Merger(UnitId into) {}

    public record UnitView(
            UnitId id,
            String name,
            UnitKind kind,
            @Nullable UnitId parent,
            @Nullable UnitId commune,
            @Nullable String communeName,
            boolean standing) {}

    public record PositionView(PositionId id, String title, Role role, UnitView unit) {}

    /** The caller, by the subject of the token. */
    public record Me(PersonId person, List<PositionView> positions) {

        public Me {
            positions = Lists.orEmpty(positions);
        }
    }
}
