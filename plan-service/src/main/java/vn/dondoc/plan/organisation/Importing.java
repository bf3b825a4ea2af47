package vn.dondoc.plan.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;

/**
 * Takes a checked directory over. Doing it again changes nothing, so one that was cut off is simply sent again; positions of
 * administrators are written last, since the first of them closes the way by setup token.
 */
@Component
class Importing {

    private final Aggregates<Unit> units;
    private final Aggregates<Position> positions;
    private final Aggregates<YearCalendar> calendars;

    Importing(Aggregates<Unit> units, Aggregates<Position> positions, Aggregates<YearCalendar> calendars) {
        this.units = units;
        this.positions = positions;
        this.calendars = calendars;
    }

    /** Whether nobody can administer the province yet. */
    boolean isSetupOpen() {
        return positions.list(new Query(Criteria.where("role").is(Role.PROVINCE_ADMINISTRATOR.name())).limit(1)).isEmpty();
    }

    Collection<UnitState> storedUnits() {
        return units.list(new Query()).stream().map(stored -> stored.state().state()).toList();
    }

    Map<PositionId, UnitId> storedPositions() {
        return positions.list(new Query()).stream().collect(Collectors.toMap(one -> one.state().id(), one -> one.state().unit()));
    }

    Organisation.Imported run(CheckedDirectory directory, Act act) {
        int ofUnits = new Takeover<Unit, UnitEntries.Placed>(
                units, one -> one.unit().id().value(), one -> Unit.register(one.unit()), (unit, one) -> unit.become(one.unit()))
                .run(directory.units(), act);
        int ofCalendars = new Takeover<YearCalendar, CalendarEntries.Placed>(
                calendars, one -> YearCalendar.idOf(one.calendar()), one -> YearCalendar.set(one.calendar()),
                (calendar, one) -> calendar.become(one.calendar()))
                .run(directory.calendars(), act);
        var toPositions = new Takeover<Position, PositionEntries.Placed>(
                positions, one -> one.position().id().value(), one -> Position.fill(one.position(), one.area()),
                (position, one) -> position.become(one.position(), one.area()));
        int ofPositions = toPositions.run(having(directory, false), act) + toPositions.run(having(directory, true), act);
        int all = directory.units().size() + directory.positions().size() + directory.calendars().size();
        return new Organisation.Imported(ofUnits, ofPositions, ofCalendars, all - ofUnits - ofPositions - ofCalendars);
    }

    private static List<PositionEntries.Placed> having(CheckedDirectory directory, boolean administrator) {
        return directory.positions().stream()
                .filter(one -> (one.position().role() == Role.PROVINCE_ADMINISTRATOR) == administrator)
                .toList();
    }
}
