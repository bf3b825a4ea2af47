package vn.dondoc.plan.organisation;

import java.util.List;
import vn.dondoc.plan.rules.BrokenRules;

/** A directory whose parts were looked at one by one and together; only taken over when nothing was broken. */
record CheckedDirectory(
        List<UnitEntries.Placed> units,
        List<PositionEntries.Placed> positions,
        List<CalendarEntries.Placed> calendars,
        List<BodyEntries.Placed> bodies) {

    /** A province has some 10,000 units; far more is a mistake. */
    private static final int MOST = 60_000;

    static CheckedDirectory check(DirectoryBody body, KnownDirectory known, BrokenRules broken) {
        var small = broken.require(body.unitEntries().size() <= MOST, "units", "TOO_MANY", MOST)
                & broken.require(body.positionEntries().size() <= MOST, "positions", "TOO_MANY", MOST)
                & broken.require(body.calendarEntries().size() <= MOST, "calendars", "TOO_MANY", MOST)
                & broken.require(body.bodyEntries().size() <= MOST, "bodies", "TOO_MANY", MOST);
        if (!small) {
            return new CheckedDirectory(List.of(), List.of(), List.of(), List.of());
        }
        var units = new UnitEntries(broken).read(body.unitEntries());
        var tree = new UnitTree(known.units().values(), units);
        tree.check(broken);
        var positions = new PositionEntries(tree, known.positions(), broken).read(body.positionEntries());
        return new CheckedDirectory(
                units,
                positions,
                new CalendarEntries(tree, broken).read(body.calendarEntries()),
                new BodyEntries(tree, known.positions(), known.bodies(), broken).with(positions).read(body.bodyEntries()));
    }
}
