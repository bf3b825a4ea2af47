package vn.dondoc.platform.check;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;

/** Whether this machine's clock and the database's agree: deadlines go by the one, leases by the other. */
final class ClockCheck implements SelfCheck {

    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);
    /** The sweep's promise is 2 s; half a minute off, sessions and tokens go wrong too. */
    private static final Duration HARMFUL = Duration.ofSeconds(30);

    private final MongoTemplate mongo;
    private final Clock systemClock;

    ClockCheck(MongoTemplate mongo, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        var before = systemClock.instant();
        var there = mongo.getDb().runCommand(new Document("hello", 1)).getDate("localTime").toInstant();
        var after = systemClock.instant();
        // What the answer needed is nobody's error
        var off = there.isBefore(before) ? Duration.between(there, before) : there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
        return finding(off).stream().toList();
    }

    static Optional<Finding> finding(Duration off) {
        if (off.compareTo(WORTH_TELLING) < 0) {
            return Optional.empty();
        }
        var severity = off.compareTo(HARMFUL) < 0 ? Severity.WARNING : Severity.CRITICAL;
        return Optional.of(new Finding("CLOCK_OFF", severity, 1, List.of(), off.toSeconds()));
    }
}
