package vn.dondoc.reporting.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.Cell;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.CellKey.Level;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.ledger.Ledger;

/** Where the figures of a dashboard come from: the cells of now, or those of the end of a past day. */
interface Tally {

    /** Cells of a level within bounds that name {@code province} or {@code commune}. */
    Map<CellKey, Counts> of(Level level, Criteria within);

    /** The targets that are computed, within the same bounds. */
    List<Computed.Counted> computed(Criteria within);

    /** The cells of whole communes, with the domain time of the newest event counted in them. */
    Communes communes(Criteria within);

    /**
     * How long what is overdue has been so; nothing for a past day.
     *
     * @param communes the cells of the communes within those bounds
     */
    List<Dashboards.Age> ages(Criteria within, Map<CellKey, Counts> communes);

    /** The domain time of the newest event counted within the bounds; null where there is none. */
    default @Nullable Instant asOf(Criteria within) {
        return communes(within).asOf();
    }

    /** The past day; null for now. */
    @Nullable LocalDate day();

    /** @param asOf null where nothing was counted, and for a past day */
    record Communes(Map<CellKey, Counts> cells, @Nullable Instant asOf) {}

    /** What is counted now. */
    record Present(Cells cells, Computed targets, Ages overdue, DomainClock clock) implements Tally {

        @Override
        public Map<CellKey, Counts> of(Level level, Criteria within) {
            return counts(cells.list(level, within));
        }

        @Override
        public Communes communes(Criteria within) {
            var found = cells.list(Level.COMMUNE, within);
            return new Communes(counts(found), found.stream().map(Cell::asOf).max(Comparator.naturalOrder()).orElse(null));
        }

        private static Map<CellKey, Counts> counts(List<Cell> found) {
            return found.stream().collect(Collectors.toMap(Cell::key, Cell::counts, Counts::plus));
        }

        @Override
        public List<Computed.Counted> computed(Criteria within) {
            return targets.within(within);
        }

        @Override
        public List<Dashboards.Age> ages(Criteria within, Map<CellKey, Counts> communes) {
            return overdue.of(within, communes, clock.today());
        }

        @Override
        public @Nullable LocalDate day() {
            return null;
        }
    }

    /** What was counted at the end of a day. Computed targets stand by what tasks cost when somebody looks, so a past day has none. */
    record Past(Ledger ledger, LocalDate day) implements Tally {

        @Override
        public Map<CellKey, Counts> of(Level level, Criteria within) {
            return ledger.at(level, within, day);
        }

        @Override
        public List<Computed.Counted> computed(Criteria within) {
            return List.of();
        }

        @Override
        public Communes communes(Criteria within) {
            return new Communes(of(Level.COMMUNE, within), null);
        }

        @Override
        public @Nullable Instant asOf(Criteria within) {
            return null;
        }

        @Override
        public List<Dashboards.Age> ages(Criteria within, Map<CellKey, Counts> communes) {
            return List.of();
        }
    }
}
