package vn.dondoc.reporting.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.CellKey.Level;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.ledger.DayKey;

import static org.assertj.core.api.Assertions.assertThat;

class FoldProperties {

    private final Map<String, StoredFact> facts = new HashMap<>();
    private final Map<CellKey, Counts> cells = new HashMap<>();
    private final Map<DayKey, Counts> days = new HashMap<>();

    @Property(tries = 300)
    void whateverOrderAndHoweverOftenTheCellsCountTheNewestStates(@ForAll long seed) {
        facts.clear();
        cells.clear();
        var histories = new Histories(seed, "");
        var events = histories.events(12);

        histories.batches(histories.disturbed(events)).forEach(this::fold);

        var newest = newest(events);
        assertThat(facts.values()).containsExactlyInAnyOrderElementsOf(newest);
        assertThat(nonZero(cells)).isEqualTo(nonZero(counted(newest)));
    }

    @Property(tries = 100)
    void readingEverythingAgainFromTheBeginningChangesNothing(@ForAll long seed) {
        facts.clear();
        cells.clear();
        var histories = new Histories(seed, "");
        var events = histories.events(12);
        histories.batches(events).forEach(this::fold);
        var before = Map.copyOf(cells);

        histories.batches(events).forEach(this::fold);

        assertThat(cells).isEqualTo(before);
    }

    @Property(tries = 200)
    void plansAddUpToTheirCommuneAndPartsNeverExceedTheirWhole(@ForAll long seed) {
        facts.clear();
        cells.clear();
        var histories = new Histories(seed, "");
        histories.batches(histories.disturbed(histories.events(20))).forEach(this::fold);

        for (var commune : new String[] {"xa0", "xa1", "xa2", "xa3"}) {
            assertThat(sum(Level.PLAN, commune)).isEqualTo(sum(Level.COMMUNE, commune));
        }
        cells.values().forEach(counts -> {
            assertThat(counts.get(Counter.TASK_OVERDUE_BEFORE_ENTRY)).isBetween(0L, counts.get(Counter.TASK_OVERDUE));
            for (var counter : Counter.values()) {
                assertThat(counts.get(counter)).isNotNegative();
            }
        });
    }

    @Property(tries = 200)
    void atTheEndOfAnyDayTheLedgerHasWhatWasKnownThen(@ForAll long seed) {
        facts.clear();
        cells.clear();
        days.clear();
        var histories = new Histories(seed, "");
        var events = histories.events(12);
        histories.batches(events).forEach(this::fold);
        histories.batches(events).forEach(this::fold);

        for (var day = Histories.FIRST; !day.isAfter(Histories.LAST); day = day.plusDays(7)) {
            assertThat(nonZero(at(day))).as("the end of %s", day).isEqualTo(nonZero(counted(newest(knownOn(events, day)))));
        }
    }

    @Property(tries = 200)
    void whateverOrderTheDaysAddUpToTheCells(@ForAll long seed) {
        facts.clear();
        cells.clear();
        days.clear();
        var histories = new Histories(seed, "");
        histories.batches(histories.disturbed(histories.events(12))).forEach(this::fold);

        assertThat(nonZero(at(LocalDate.MAX))).isEqualTo(nonZero(cells));
    }

    @Property(tries = 100)
    void whateverItsSpellingAProgrammeIsOneCellOfItsCommune(@ForAll long seed) {
        facts.clear();
        cells.clear();
        var histories = new Histories(seed, "");
        histories.batches(histories.disturbed(histories.events(40))).forEach(this::fold);

        var programmes = cells.keySet().stream().filter(key -> key.level() == Level.PROGRAMME).toList();
        assertThat(programmes).extracting(CellKey::programme).isNotEmpty().isSubsetOf("dean06", "nq57", "cchc");
        for (var cell : programmes) {
            var rows = facts.values().stream().filter(fact -> fact.cells().contains(cell)).map(StoredFact::counts).reduce(Counts.NONE, Counts::plus);
            assertThat(cells.get(cell)).as(cell.id()).isEqualTo(rows);
        }
    }

    private static List<Received> knownOn(List<Received> events, LocalDate day) {
        return events.stream().filter(event -> !LocalDate.ofInstant(event.at(), DomainClock.ZONE).isAfter(day)).toList();
    }

    private Map<CellKey, Counts> at(LocalDate day) {
        var sums = new HashMap<CellKey, Counts>();
        days.forEach((key, difference) -> {
            if (!key.day().isAfter(day)) {
                sums.merge(key.cell(), difference, Counts::plus);
            }
        });
        return sums;
    }

    private void fold(List<Received> batch) {
        var incoming = batch.stream().flatMap(received -> FactOf.event(received).stream()).toList();
        var fold = Fold.of(facts, incoming);
        fold.facts().forEach(fact -> facts.put(fact.id(), fact));
        fold.cells().forEach((key, change) -> cells.merge(key, change.difference(), Counts::plus));
        fold.days().forEach((key, difference) -> days.merge(key, difference, Counts::plus));
    }

    private Counts sum(Level level, String commune) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().level() == level && cell.getKey().commune().equals(new UnitId(commune)))
                .map(Map.Entry::getValue)
                .reduce(Counts.NONE, Counts::plus);
    }

    private static List<StoredFact> newest(List<Received> events) {
        var newest = new HashMap<String, StoredFact>();
        events.stream().map(event -> FactOf.event(event).orElseThrow())
                .forEach(fact -> newest.merge(fact.id(), fact, (a, b) -> a.sequence() >= b.sequence() ? a : b));
        return new ArrayList<>(newest.values());
    }

    private static Map<CellKey, Counts> counted(List<StoredFact> facts) {
        var counted = new HashMap<CellKey, Counts>();
        facts.forEach(fact -> fact.cells().forEach(cell -> counted.merge(cell, fact.counts(), Counts::plus)));
        return counted;
    }

    private static Map<CellKey, Counts> nonZero(Map<CellKey, Counts> cells) {
        var copy = new HashMap<>(cells);
        copy.values().removeIf(counts -> Objects.equals(counts, Counts.NONE));
        return copy;
    }
}
