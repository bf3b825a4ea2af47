package vn.dondoc.plan.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
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
    private final Aggregates<Body> bodies;

    Importing(Aggregates<Unit> units, Aggregates<Position> positions, Aggregates<YearCalendar> calendars, Aggregates<Body> bodies) {
        this.units = units;
        this.positions = positions;
        this.calendars = calendars;
        this.bodies = bodies;
    }

    /** Whether nobody can administer the province yet. */
    boolean isSetupOpen() {
        return positions.list(new Query(Criteria.where("role").is(Role.PROVINCE_ADMINISTRATOR.name())).limit(1)).isEmpty();
    }

    KnownDirectory known() {
        var ofUnits = new HashMap<UnitId, UnitState>();
        var ofPositions = new HashMap<PositionId, UnitId>();
        var ofBodies = new HashMap<BodyId, UnitId>();
        units.each(new Query(), one -> ofUnits.put(one.state().id(), one.state().state()));
        var ofTitles = new HashMap<PositionId, String>();
        var ofHolders = new HashMap<PositionId, PersonId>();
        positions.each(new Query(), one -> {
            ofPositions.put(one.state().id(), one.state().unit());
            ofTitles.put(one.state().id(), one.state().title());
            if (one.state().holder() != null) {
                ofHolders.put(one.state().id(), one.state().holder());
            }
        });
        bodies.each(new Query(), one -> ofBodies.put(one.state().id(), one.state().state().area()));
        return new KnownDirectory(ofUnits, ofPositions, ofTitles, ofHolders, ofBodies);
    }

    Organisation.Imported run(CheckedDirectory directory, Act act) {
        int ofUnits = ofUnits().run(directory.units(), act);
        int ofCalendars = ofCalendars().run(directory.calendars(), act);
        int ofPositions = ofPositions().run(having(directory, false), act) + ofPositions().run(having(directory, true), act);
        int ofBodies = ofBodies().run(directory.bodies(), act);
        return new Organisation.Imported(ofUnits, ofPositions, ofCalendars, all(directory) - ofUnits - ofPositions - ofCalendars - ofBodies, ofBodies);
    }

    /** What {@link #run} would do now; nothing is written. */
    Comparison compare(CheckedDirectory directory) {
        return new Comparison(
                ofUnits().compare(directory.units()),
                ofPositions().compare(directory.positions()),
                ofCalendars().compare(directory.calendars()),
                ofBodies().compare(directory.bodies()),
                all(directory));
    }

    /**
     * Which elements would be made or changed.
     *
     * @param elements how many there are in all
     */
    record Comparison(Takeover.Differences units, Takeover.Differences positions, Takeover.Differences calendars, Takeover.Differences bodies, int elements) {

        Organisation.Imported counted() {
            return new Organisation.Imported(units.size(), positions.size(), calendars.size(), elements - size(), bodies.size());
        }

        int size() {
            return units.size() + positions.size() + calendars.size() + bodies.size();
        }

        /** The same as long as the same would be done. */
        String fingerprint() {
            return Ids.derived(Stream.of(units, positions, calendars, bodies)
                    .flatMap(some -> Stream.of(String.join(",", some.made()), String.join(",", some.changed()))).toArray(String[]::new));
        }
    }

    private static int all(CheckedDirectory directory) {
        return directory.units().size() + directory.positions().size() + directory.calendars().size() + directory.bodies().size();
    }

    private Takeover<Unit, UnitEntries.Placed> ofUnits() {
        return new Takeover<>(units, one -> one.unit().id().value(), one -> Unit.register(one.unit()), (unit, one) -> unit.become(one.unit()));
    }

    private Takeover<YearCalendar, CalendarEntries.Placed> ofCalendars() {
        return new Takeover<>(
                calendars, one -> YearCalendar.idOf(one.calendar()), one -> YearCalendar.set(one.calendar()),
                (calendar, one) -> calendar.become(one.calendar()));
    }

    private Takeover<Position, PositionEntries.Placed> ofPositions() {
        return new Takeover<>(
                positions, one -> one.position().id().value(), one -> Position.fill(one.position(), one.area()),
                (position, one) -> position.become(one.position(), one.area()));
    }

    private Takeover<Body, BodyEntries.Placed> ofBodies() {
        return new Takeover<>(bodies, one -> one.body().id().value(), one -> Body.setUp(one.body()), (body, one) -> body.become(one.body()));
    }

    private static List<PositionEntries.Placed> having(CheckedDirectory directory, boolean administrator) {
        return directory.positions().stream()
                .filter(one -> (one.position().role() == Role.PROVINCE_ADMINISTRATOR) == administrator)
                .toList();
    }
}
