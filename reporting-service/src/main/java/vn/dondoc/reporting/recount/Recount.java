package vn.dondoc.reporting.recount;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.facts.Facts;

/** Counts all facts anew and compares with the cells. Meaningful while no batch is being folded. */
public final class Recount {

    private final Facts facts;
    private final Cells cells;

    public Recount(Facts facts, Cells cells) {
        this.facts = facts;
        this.cells = cells;
    }

    /** What a cell ought to be, and what it is. */
    public record Difference(Counts counted, Counts stored) {}

    /** The cells that are wrong; none if all is well. */
    public Map<CellKey, Difference> differences() {
        var counted = new HashMap<CellKey, Counts>();
        facts.each(fact -> fact.cells().forEach(cell -> counted.merge(cell, fact.counts(), Counts::plus)));
        var stored = new HashMap<CellKey, Counts>();
        cells.each(cell -> stored.put(cell.key(), cell.counts()));
        var keys = new HashSet<>(counted.keySet());
        keys.addAll(stored.keySet());
        var differences = new HashMap<CellKey, Difference>();
        for (var key : keys) {
            var difference = new Difference(counted.getOrDefault(key, Counts.NONE), stored.getOrDefault(key, Counts.NONE));
            if (!difference.counted().equals(difference.stored())) {
                differences.put(key, difference);
            }
        }
        return differences;
    }
}
