package vn.dondoc.reporting.recount;

import com.mongodb.client.ClientSession;
import java.util.HashMap;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.cells.Cell;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.facts.StoredFact;
import vn.dondoc.reporting.model.Model;

/** Counts the facts of one moment into cells and compares with the cells of the same moment, commune after commune. */
final class CellCheck {

    private final Facts facts;
    private final Cells cells;
    private final Model model;
    private final Findings findings;

    CellCheck(Facts facts, Cells cells, Model model, Findings findings) {
        this.facts = facts;
        this.cells = cells;
        this.model = model;
        this.findings = findings;
    }

    /** How many of each there are. */
    record Counted(long facts, long cells) {}

    Counted compare(ClientSession moment) {
        try (var told = new Ordered<>(facts.byCommune(moment, model), fact -> fact.commune().value());
                var stored = new Ordered<>(cells.byCommune(moment, model), cell -> cell.key().commune().value())) {
            var commune = first(told.key(), stored.key());
            while (commune != null) {
                compare(commune, told, stored);
                commune = first(told.key(), stored.key());
            }
            return new Counted(told.taken(), stored.taken());
        }
    }

    private void compare(String commune, Ordered<StoredFact> told, Ordered<Cell> stored) {
        var counted = new HashMap<CellKey, Counts>();
        while (commune.equals(told.key())) {
            var fact = told.take();
            fact.cells().forEach(cell -> counted.merge(cell, fact.counts(), Counts::plus));
        }
        var there = new HashMap<CellKey, Counts>();
        while (commune.equals(stored.key())) {
            var cell = stored.take();
            there.put(cell.key(), cell.counts());
        }
        var keys = new HashSet<>(counted.keySet());
        keys.addAll(there.keySet());
        for (var key : keys) {
            var ought = counted.getOrDefault(key, Counts.NONE);
            var is = there.getOrDefault(key, Counts.NONE);
            if (!ought.equals(is)) {
                findings.cell(key, ought, is);
            }
        }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
