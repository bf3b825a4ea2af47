package vn.dondoc.notification.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.channel.NotificationProperties;
import vn.dondoc.notification.delivery.Deliveries;
import vn.dondoc.notification.delivery.Deliveries.NewDigest;
import vn.dondoc.notification.delivery.DigestItems;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.calendar.WorkingDays;
import vn.dondoc.platform.time.DomainClock;

/**
 * Begins the digests of a day at their hour, and of what happened until then. A day that was missed is made up by the next working day, and never by two
 * digests; each step can be done again by whoever comes after.
 */
@Component
public class Digests {

    private static final int BATCH = 500;

    private final Deliveries deliveries;
    private final DigestItems items;
    private final Directory directory;
    private final DomainClock clock;
    private final LocalTime at;

    @Autowired
    Digests(Deliveries deliveries, DigestItems items, Directory directory, DomainClock clock, NotificationProperties properties) {
        this(deliveries, items, directory, clock, properties.digests().at());
    }

    public Digests(Deliveries deliveries, DigestItems items, Directory directory, DomainClock clock, LocalTime at) {
        this.deliveries = deliveries;
        this.items = items;
        this.directory = directory;
        this.clock = clock;
        this.at = at;
    }

    /** Those of the present day, where its hour has come. */
    void round() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, DomainClock.ZONE);
        if (directory.isFresh() && !now.isBefore(today.atTime(at).atZone(DomainClock.ZONE).toInstant())) {
            gather(today);
        }
    }

    /** Those of that day. */
    public void gather(LocalDate day) {
        var until = day.atTime(at).atZone(DomainClock.ZONE).toInstant();
        finish(deliveries.begun(), until);
        if (waiting(until, day).isEmpty()) {
            return;
        }
        var recalled = deliveries.recall(day);
        if (!recalled.isEmpty()) {
            items.giveBack(recalled);
            deliveries.recalled(recalled);
        }
        var readers = Readers.of(waiting(until, day), directory);
        for (int from = 0; from < readers.size(); from += BATCH) {
            begin(day, readers.subList(from, Math.min(from + BATCH, readers.size())), until);
        }
    }

    private List<DigestItems.Waiting> waiting(Instant until, LocalDate day) {
        var worked = new HashMap<UnitId, Boolean>();
        return items.waiting(until).stream().filter(one -> worked.computeIfAbsent(one.province(), province -> isWorked(province, day))).toList();
    }

    private boolean isWorked(UnitId province, LocalDate day) {
        return new WorkingDays(year -> directory.calendar(province, year)).isWorked(day);
    }

    private void begin(LocalDate day, List<Readers.Together> readers, Instant until) {
        var wanted = new LinkedHashMap<String, NewDigest>();
        for (var together : readers) {
            var first = together.positions().getFirst();
            var id = Ids.derived("digest", day.toString(), String.join(" ", together.keys()));
            wanted.put(id, new NewDigest(id, day, first.province(), first.commune(), together.ids(), together.keys().stream().map(key -> day + "|" + key).toList()));
        }
        var begun = new LinkedHashMap<String, List<PositionId>>();
        deliveries.begin(new ArrayList<>(wanted.values())).forEach(id -> begun.put(id, Objects.requireNonNull(wanted.get(id)).positions()));
        finish(begun, until);
    }

    private void finish(Map<String, List<PositionId>> begun, Instant until) {
        items.take(begun, until);
        if (!begun.isEmpty()) {
            deliveries.ready(begun.keySet());
        }
    }
}
