package vn.dondoc.notification.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.channel.NotificationProperties;
import vn.dondoc.notification.delivery.DigestDeliveries;
import vn.dondoc.notification.delivery.DigestDeliveries.NewDigest;
import vn.dondoc.notification.delivery.DigestItems;
import vn.dondoc.notification.delivery.Forwarding;
import vn.dondoc.notification.preference.Choices;
import vn.dondoc.notification.rule.Successors;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.calendar.WorkingDays;
import vn.dondoc.platform.time.DomainClock;

/**
 * Begins the digests of a day at the hour of each reader, and of what happened until then. A day that was missed is made up by the next working day, and
 * never by two digests; each step can be done again by whoever comes after.
 */
@Component
public class Digests {

    private static final int BATCH = 500;

    private final DigestDeliveries deliveries;
    private final DigestItems items;
    private final Directory directory;
    private final Choices choices;
    private final Forwarding forwarding;
    private final DomainClock clock;
    private final LocalTime at;

    @Autowired
    Digests(
            DigestDeliveries deliveries, DigestItems items, Directory directory, Choices choices, Forwarding forwarding, DomainClock clock,
            NotificationProperties properties) {
        this(deliveries, items, directory, choices, forwarding, clock, properties.digests().at());
    }

    public Digests(
            DigestDeliveries deliveries, DigestItems items, Directory directory, Choices choices, Forwarding forwarding, DomainClock clock, LocalTime at) {
        this.deliveries = deliveries;
        this.items = items;
        this.directory = directory;
        this.choices = choices;
        this.forwarding = forwarding;
        this.clock = clock;
        this.at = at;
    }

    /** Those of the present day, of whoever's hour has come. */
    void round() {
        var now = clock.instant();
        if (directory.isFresh()) {
            gather(LocalDate.ofInstant(now, DomainClock.ZONE), now);
        }
    }

    /** Those of that day, as of the usual hour. */
    public void gather(LocalDate day) {
        gather(day, moment(day, at));
    }

    /** Those of that day whose hour has come by that moment. */
    public void gather(LocalDate day, Instant now) {
        finish(deliveries.begun());
        latestHour(day, now).filter(hour -> !due(day, hour).isEmpty()).ifPresent(hour -> begin(day, hour));
    }

    /** The last one that has come by that moment, of those that anybody has: what happened since then waits in any case. */
    private Optional<Instant> latestHour(LocalDate day, Instant now) {
        return Stream.concat(Stream.of(at), choices.hours().stream()).map(hour -> moment(day, hour)).filter(hour -> !hour.isAfter(now)).max(Comparator.naturalOrder());
    }

    private void begin(LocalDate day, Instant now) {
        var recalled = deliveries.recall(day);
        if (!recalled.isEmpty()) {
            items.giveBack(recalled);
            deliveries.recalled(recalled);
        }
        forwarding.waitingFor(waiting(now, day).stream().map(DigestItems.Waiting::position).toList(), now);
        var readers = due(day, now);
        for (int from = 0; from < readers.size(); from += BATCH) {
            begin(day, readers.subList(from, Math.min(from + BATCH, readers.size())));
        }
    }

    /** Who is to get one now: their hour has come, and something waits that happened until then. */
    private List<Readers.Together> due(LocalDate day, Instant now) {
        return Readers.of(waiting(now, day), directory).stream().filter(reader -> {
            var hour = moment(day, hourOf(reader));
            return !hour.isAfter(now) && reader.positions().stream().anyMatch(position -> !position.since().isAfter(hour));
        }).toList();
    }

    /** Where several read the same letter it comes at the usual hour, unless all of them chose the same one. */
    private LocalTime hourOf(Readers.Together reader) {
        var hours = reader.ids().stream().flatMap(position -> Successors.present(directory, position).stream()).map(PositionState::holder).filter(Objects::nonNull).distinct()
                .map(holder -> Objects.requireNonNullElse(choices.of(holder).digestAt(), at)).distinct().toList();
        return hours.size() == 1 ? hours.getFirst() : at;
    }

    private List<DigestItems.Waiting> waiting(Instant until, LocalDate day) {
        var worked = new HashMap<UnitId, Boolean>();
        return items.waiting(until).stream().filter(one -> worked.computeIfAbsent(one.province(), province -> isWorked(province, day))).toList();
    }

    private boolean isWorked(UnitId province, LocalDate day) {
        return new WorkingDays(year -> directory.calendar(province, year)).isWorked(day);
    }

    private void begin(LocalDate day, List<Readers.Together> readers) {
        var wanted = new LinkedHashMap<String, NewDigest>();
        for (var together : readers) {
            var first = together.positions().getFirst();
            var id = Ids.derived("digest", day.toString(), String.join(" ", together.keys()));
            wanted.put(id, new NewDigest(
                    id, day, moment(day, hourOf(together)), first.province(), first.commune(), together.ids(),
                    together.keys().stream().map(key -> day + "|" + key).toList()));
        }
        finish(deliveries.begin(new ArrayList<>(wanted.values())).stream().map(id -> Objects.requireNonNull(wanted.get(id)))
                .map(digest -> new DigestDeliveries.Begun(digest.id(), digest.positions(), digest.until())).toList());
    }

    private void finish(Collection<DigestDeliveries.Begun> begun) {
        items.take(begun);
        if (!begun.isEmpty()) {
            deliveries.ready(begun.stream().map(DigestDeliveries.Begun::id).toList());
        }
    }

    private static Instant moment(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(DomainClock.ZONE).toInstant();
    }
}
