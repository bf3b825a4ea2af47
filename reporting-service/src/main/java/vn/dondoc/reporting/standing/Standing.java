package vn.dondoc.reporting.standing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.obligation.Obligations;

/** The sums of all communes, read at most twice a minute however often somebody asks; NaN while the database is away. */
final class Standing {

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** @param counts null where they could not be read */
    private record Read(Instant at, @Nullable Counts counts, double dueToday) {}

    private final Cells cells;
    private final Obligations obligations;
    private final DomainClock clock;
    private final Clock systemClock;
    private @Nullable Read read;

    Standing(Cells cells, Obligations obligations, DomainClock clock, Clock systemClock) {
        this.cells = cells;
        this.obligations = obligations;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    double of(Counter counter) {
        var counts = fresh().counts();
        return counts == null ? Double.NaN : counts.get(counter);
    }

    /** Reports whose last day is today and that nobody has sent. */
    double dueToday() {
        return fresh().dueToday();
    }

    private synchronized Read fresh() {
        var now = systemClock.instant();
        var present = read;
        if (present == null || present.at().plus(KEPT).isBefore(now)) {
            present = read(now);
            read = present;
        }
        return present;
    }

    private Read read(Instant now) {
        try {
            var sum = cells.list(CellKey.Level.COMMUNE, new Criteria()).stream().map(cell -> cell.counts()).reduce(Counts.NONE, Counts::plus);
            return new Read(now, sum, obligations.dueOn(clock.today()));
        } catch (DataAccessException | com.mongodb.MongoException away) {
            LOG.debug("How all communes stand cannot be read", away);
            return new Read(now, null, Double.NaN);
        }
    }
}
