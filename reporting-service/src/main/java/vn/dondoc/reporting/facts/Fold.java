package vn.dondoc.reporting.facts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Change;
import vn.dondoc.reporting.cells.Counts;

/**
 * What a batch of events changes: the facts that are newer than the known ones, and the differences between the two in each cell.
 * Events repeated, late or replayed have no newer sequence and change nothing.
 */
record Fold(List<StoredFact> facts, Map<CellKey, Change> cells) {

    /** @param known the facts as they are stored, by id */
    static Fold of(Map<String, StoredFact> known, List<StoredFact> incoming) {
        var newest = new LinkedHashMap<String, StoredFact>();
        for (var fact : incoming) {
            var before = newest.getOrDefault(fact.id(), known.get(fact.id()));
            if (before == null || fact.sequence() > before.sequence()) {
                newest.put(fact.id(), fact);
            }
        }
        var cells = new HashMap<CellKey, Change>();
        newest.values().forEach(fact -> difference(known.get(fact.id()), fact, cells));
        return new Fold(List.copyOf(newest.values()), cells);
    }

    private static void difference(@Nullable StoredFact before, StoredFact after, Map<CellKey, Change> cells) {
        if (before != null) {
            var gone = new Change(Counts.NONE.minus(before.counts()), after.at());
            before.cells().forEach(cell -> cells.merge(cell, gone, Change::and));
        }
        var come = new Change(after.counts(), after.at());
        after.cells().forEach(cell -> cells.merge(cell, come, Change::and));
    }
}
