package vn.dondoc.reporting.dashboard;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;

/**
 * How long what is overdue has been so: up to a week, a month, a quarter, and longer. Counting costs with the number of overdue tasks, so it is done
 * again only when a commune has another number of them, and by one of those who look after some seconds, where one may have taken the place of another.
 */
final class Ages {

    private static final List<Integer> DAYS = List.of(7, 30, 90);
    private static final long KEPT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Overdue overdue;
    private final LongSupplier nanos;
    private final Map<Document, Kept> kept = new ConcurrentHashMap<>();

    /** @param nanos that pass, as {@link System#nanoTime} tells them */
    Ages(Overdue overdue, LongSupplier nanos) {
        this.overdue = overdue;
        this.nanos = nanos;
    }

    /** How many tasks are overdue whose last day lies between two, both included, within bounds; the first may be null. */
    interface Overdue {
        long count(Criteria within, @Nullable LocalDate from, LocalDate to);
    }

    private record Kept(LocalDate today, Map<CellKey, Long> numbers, List<Dashboards.Age> ages, long counted) {

        private boolean isOf(LocalDate day, Map<CellKey, Long> now) {
            return today.equals(day) && numbers.equals(now);
        }

        private boolean isOld(long now) {
            return now - counted >= KEPT_NANOS;
        }

        private Kept beingRenewed(long now) {
            return new Kept(today, numbers, ages, now);
        }
    }

    /**
     * The freshest first; together they are all that is overdue today.
     *
     * @param communes what is counted within those bounds now
     */
    List<Dashboards.Age> of(Criteria within, Map<CellKey, Counts> communes, LocalDate today) {
        var numbers = new HashMap<CellKey, Long>();
        communes.forEach((cell, counts) -> {
            if (counts.get(Counter.TASK_OVERDUE) > 0) {
                numbers.put(cell, counts.get(Counter.TASK_OVERDUE));
            }
        });
        var bounds = within.getCriteriaObject();
        var now = nanos.getAsLong();
        var before = kept.get(bounds);
        if (before != null && before.isOf(today, numbers) && !(before.isOld(now) && kept.replace(bounds, before, before.beingRenewed(now)))) {
            return before.ages();
        }
        var ages = counted(within, today, numbers.isEmpty());
        kept.put(bounds, new Kept(today, numbers, ages, now));
        return ages;
    }

    private List<Dashboards.Age> counted(Criteria within, LocalDate today, boolean none) {
        var ages = new ArrayList<Dashboards.Age>();
        var to = today.minusDays(1);
        for (var days : DAYS) {
            var from = today.minusDays(days);
            ages.add(age(within, from, to, none));
            to = from.minusDays(1);
        }
        ages.add(age(within, null, to, none));
        return List.copyOf(ages);
    }

    private Dashboards.Age age(Criteria within, @Nullable LocalDate from, LocalDate to, boolean none) {
        return new Dashboards.Age(from, to, none ? 0 : overdue.count(within, from, to));
    }
}
