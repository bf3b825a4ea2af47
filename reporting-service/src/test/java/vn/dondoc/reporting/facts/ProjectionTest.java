package vn.dondoc.reporting.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.reporting.ServiceTest;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.recount.CellRecount;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionTest extends ServiceTest {

    @Autowired
    private Projection projection;

    @Autowired
    private Cells cells;

    @Autowired
    private CellRecount cellRecount;

    /** As when two instances hold the same partitions for a moment: both get everything, neither counts anything twice. */
    @Test
    void severalThatGetTheSameRecordsAtOnceCountThemOnce() throws Exception {
        var prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
        var histories = new Histories(20260302, prefix);
        var events = histories.events(30);
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (int instance = 0; instance < 3; instance++) {
                var batches = histories.batches(histories.disturbed(events));
                work.add(instances.submit(() -> batches.forEach(this::untilApplied)));
            }
            for (var one : work) {
                one.get();
            }
        }

        assertThat(cellRecount.differences()).filteredOn(difference -> difference.id().startsWith(prefix)).isEmpty();
        assertThat(stored(prefix)).isEqualTo(expected(events));
    }

    /** Consumers try again for ever what the database refused. */
    private void untilApplied(List<Received> batch) {
        soon().ignoreExceptions().until(() -> {
            projection.apply(batch);
            return true;
        });
    }

    private Map<CellKey, Counts> stored(String prefix) {
        var stored = new HashMap<CellKey, Counts>();
        for (var level : CellKey.Level.values()) {
            cells.list(level, Criteria.where("commune").regex("^" + prefix)).stream()
                    .filter(cell -> !cell.counts().isZero())
                    .forEach(cell -> stored.put(cell.key(), cell.counts()));
        }
        return stored;
    }

    private static Map<CellKey, Counts> expected(List<Received> events) {
        var newest = new HashMap<String, StoredFact>();
        events.forEach(event -> {
            var fact = FactOf.event(event).orElseThrow();
            newest.merge(fact.id(), fact, (a, b) -> a.sequence() >= b.sequence() ? a : b);
        });
        var expected = new HashMap<CellKey, Counts>();
        newest.values().forEach(fact -> fact.cells().forEach(cell -> expected.merge(cell, fact.counts(), Counts::plus)));
        expected.values().removeIf(Counts::isZero);
        return expected;
    }
}
