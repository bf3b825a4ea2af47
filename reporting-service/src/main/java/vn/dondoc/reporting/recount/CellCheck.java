package vn.dondoc.reporting.recount;

import com.mongodb.client.ClientSession;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.cells.Cell;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.facts.StoredFact;
import vn.dondoc.reporting.ledger.Ledger;
import vn.dondoc.reporting.model.Model;

/** Counts the facts of one moment into cells and compares with the cells and the ledger of the same moment, commune after commune. */
final class CellCheck {

    private final Facts facts;
    private final Cells cells;
    private final Ledger ledger;
    private final Model model;
    private final Findings findings;

    CellCheck(Facts facts, Cells cells, Ledger ledger, Model model, Findings findings) {
        this.facts = facts;
        this.cells = cells;
        this.ledger = ledger;
        this.model = model;
        this.findings = findings;
    }

    /** How many of each there are. */
    record Counted(long facts, long cells) {}

    Counted compare(ClientSession moment) {
        try (var told = new Ordered<>(facts.byCommune(moment, model), fact -> fact.commune().value());
                var stored = new Ordered<>(cells.byCommune(moment, model), cell -> cell.key().commune().value());
                var entries = new Ordered<>(ledger.byCommune(moment, model), entry -> entry.cell().commune().value())) {
            var commune = first(told, stored, entries);
            while (commune != null) {
                compare(commune, told, stored, entries);
                commune = first(told, stored, entries);
            }
            return new Counted(told.taken(), stored.taken());
        }
    }

    private void compare(String commune, Ordered<StoredFact> told, Ordered<Cell> stored, Ordered<Ledger.Entry> entries) {
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
        differ(counted, there, findings::cell);
        var days = new HashMap<CellKey, Counts>();
        var months = new HashMap<CellKey, Counts>();
        while (commune.equals(entries.key())) {
            var entry = entries.take();
            (entry.isMonth() ? months : days).merge(entry.cell(), entry.difference(), Counts::plus);
        }
        differ(counted, days, findings::ledger);
        differ(counted, months, findings::ledger);
    }

    private interface Difference {
        void found(CellKey key, Counts ought, Counts is);
    }

    private static void differ(Map<CellKey, Counts> counted, Map<CellKey, Counts> stored, Difference difference) {
        var keys = new HashSet<>(counted.keySet());
        keys.addAll(stored.keySet());
        for (var key : keys) {
            var ought = counted.getOrDefault(key, Counts.NONE);
            var is = stored.getOrDefault(key, Counts.NONE);
            if (!ought.equals(is)) {
                difference.found(key, ought, is);
            }
        }
    }

    private static @Nullable String first(Ordered<?>... all) {
        return Stream.of(all).map(Ordered::key).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
