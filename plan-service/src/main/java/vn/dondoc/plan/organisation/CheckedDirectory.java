package vn.dondoc.plan.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

/** A directory whose parts were looked at one by one and together; only taken over when nothing was broken. */
record CheckedDirectory(
        List<UnitEntries.Placed> units, List<PositionEntries.Placed> positions, List<CalendarEntries.Placed> calendars) {

    /** A province has some 10,000 units; far more is a mistake. */
    private static final int MOST = 60_000;

    static CheckedDirectory check(
            DirectoryBody body, Collection<UnitState> stored, Map<PositionId, UnitId> positions, BrokenRules broken) {
        var small = broken.require(body.unitEntries().size() <= MOST, "units", "TOO_MANY", MOST)
                & broken.require(body.positionEntries().size() <= MOST, "positions", "TOO_MANY", MOST)
                & broken.require(body.calendarEntries().size() <= MOST, "calendars", "TOO_MANY", MOST);
        if (!small) {
            return new CheckedDirectory(List.of(), List.of(), List.of());
        }
        var units = new UnitEntries(broken).read(body.unitEntries());
        var tree = new UnitTree(stored, units);
        tree.check(broken);
        return new CheckedDirectory(
                units,
                new PositionEntries(tree, positions, broken).read(body.positionEntries()),
                new CalendarEntries(tree, broken).read(body.calendarEntries()));
    }
}
