package vn.dondoc.reporting.facts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Change;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.ledger.DayKey;

/**
 * What a batch of events changes: the facts that are newer than the known ones, the differences in each cell, and the same differences
 * by the day on which they happened. Events repeated, late or replayed have no newer sequence and change nothing.
 */
record Fold(List<StoredFact> facts, Map<CellKey, Change> cells, Map<DayKey, Counts> days) {

    /** @param known the facts as they are stored, by id */
    static Fold of(Map<String, StoredFact> known, List<StoredFact> incoming) {
        var newest = new LinkedHashMap<String, StoredFact>();
        var cells = new HashMap<CellKey, Change>();
        var days = new HashMap<DayKey, Counts>();
        for (var fact : incoming) {
            var before = newest.getOrDefault(fact.id(), known.get(fact.id()));
            if (before == null || fact.sequence() > before.sequence()) {
                newest.put(fact.id(), fact);
                difference(before, fact, cells, days);
            }
        }
        return new Fold(List.copyOf(newest.values()), cells, days);
    }

    private static void difference(@Nullable StoredFact before, StoredFact after, Map<CellKey, Change> cells, Map<DayKey, Counts> days) {
        var day = day(before, after);
        if (before != null) {
            var gone = Counts.NONE.minus(before.counts());
            before.cells().forEach(cell -> add(cell, day, new Change(gone, after.at()), cells, days));
        }
        var come = after.counts();
        after.cells().forEach(cell -> add(cell, day, new Change(come, after.at()), cells, days));
    }

    private static void add(CellKey cell, LocalDate day, Change change, Map<CellKey, Change> cells, Map<DayKey, Counts> days) {
        cells.merge(cell, change, Change::and);
        days.merge(new DayKey(cell, day), change.difference(), Counts::plus);
    }

    /** A clock that was set back does not undo what an earlier event said on a later day. */
    private static LocalDate day(@Nullable StoredFact before, StoredFact after) {
        var at = before != null && before.at().isAfter(after.at()) ? before.at() : after.at();
        return LocalDate.ofInstant(at, DomainClock.ZONE);
    }
}
