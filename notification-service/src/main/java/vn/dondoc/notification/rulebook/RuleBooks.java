package vn.dondoc.notification.rulebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.rule.Notice;
import vn.dondoc.notification.rule.Usual;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;

/**
 * The rules of every place that decided any, as of some seconds ago: there are few of them, and each event asks.
 */
@Component
public class RuleBooks {

    /** Within so long a change holds everywhere. */
    static final Duration FRESH = Duration.ofSeconds(3);

    private final Aggregates<RuleBook> books;
    private final Clock systemClock;
    private volatile Map<UnitId, List<Entry>> known = Map.of();
    private volatile @Nullable Instant readAt;

    RuleBooks(Aggregates<RuleBook> books, Clock systemClock) {
        this.books = books;
        this.systemClock = systemClock;
    }

    /** What a usual notice of an obligation becomes where it is owed. */
    public Notice ruled(Notice usual, Obligation obligation) {
        return Usual.changeable().contains(usual.occasion()) ? of(obligation.commune(), obligation.province()).of(usual) : usual;
    }

    Ruling of(UnitId place, UnitId province) {
        var all = fresh();
        return new Ruling(all.getOrDefault(place, List.of()), place.equals(province) ? List.of() : all.getOrDefault(province, List.of()));
    }

    private Map<UnitId, List<Entry>> fresh() {
        var read = readAt;
        var now = systemClock.instant();
        if (read == null || Duration.between(read, now).compareTo(FRESH) >= 0) {
            known = books.list(new Query()).stream().map(Versioned::state).collect(Collectors.toUnmodifiableMap(RuleBook::unit, RuleBook::entries));
            readAt = now;
        }
        return known;
    }
}
