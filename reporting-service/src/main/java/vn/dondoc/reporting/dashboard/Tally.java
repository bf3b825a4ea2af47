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

    /** The domain time of the newest event counted within the bounds; null where there is none. */
    @Nullable Instant asOf(Criteria within);

    /** How long what is overdue has been so; nothing for a past day. */
    List<Dashboards.Age> ages(Criteria within);

    /** The past day; null for now. */
    @Nullable LocalDate day();

    /** What is counted now. */
    record Present(Cells cells, Computed targets, Ages overdue, DomainClock clock) implements Tally {

        @Override
        public Map<CellKey, Counts> of(Level level, Criteria within) {
            return cells.list(level, within).stream().collect(Collectors.toMap(Cell::key, Cell::counts, Counts::plus));
        }

        @Override
        public List<Computed.Counted> computed(Criteria within) {
            return targets.within(within);
        }

        @Override
        public @Nullable Instant asOf(Criteria within) {
            return cells.list(Level.COMMUNE, within).stream().map(Cell::asOf).max(Comparator.naturalOrder()).orElse(null);
        }

        @Override
        public List<Dashboards.Age> ages(Criteria within) {
            return overdue.of(within, clock.today());
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
        public @Nullable Instant asOf(Criteria within) {
            return null;
        }

        @Override
        public List<Dashboards.Age> ages(Criteria within) {
            return List.of();
        }
    }
}
