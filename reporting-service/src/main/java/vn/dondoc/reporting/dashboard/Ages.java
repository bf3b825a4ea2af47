package vn.dondoc.reporting.dashboard;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.facts.Facts;

/**
 * How long what is overdue has been so: up to a week, a month, a quarter, and longer. Counting costs with the number of overdue tasks, so it is done
 * again only when a commune has another number of them, and by one of those who look after some seconds, where one may have taken the place of another.
 */
final class Ages {

    private static final List<Integer> DAYS = List.of(7, 30, 90);
    private static final long KEPT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Facts facts;
    private final Map<UnitId, Kept> kept = new ConcurrentHashMap<>();

    Ages(Facts facts) {
        this.facts = facts;
    }

    private record Kept(LocalDate today, Map<CellKey, Long> overdue, List<Dashboards.Age> ages, long counted) {

        private boolean isOf(LocalDate day, Map<CellKey, Long> now) {
            return today.equals(day) && overdue.equals(now);
        }

        private boolean isOld() {
            return System.nanoTime() - counted >= KEPT_NANOS;
        }

        private Kept beingRenewed() {
            return new Kept(today, overdue, ages, System.nanoTime());
        }
    }

    /**
     * The freshest first; together they are all that is overdue today.
     *
     * @param area which those bounds name
     * @param communes what is counted there now
     */
    List<Dashboards.Age> of(UnitId area, Criteria within, Map<CellKey, Counts> communes, LocalDate today) {
        var overdue = new HashMap<CellKey, Long>();
        communes.forEach((cell, counts) -> {
            if (counts.get(Counter.TASK_OVERDUE) > 0) {
                overdue.put(cell, counts.get(Counter.TASK_OVERDUE));
            }
        });
        var before = kept.get(area);
        if (before != null && before.isOf(today, overdue) && !(before.isOld() && kept.replace(area, before, before.beingRenewed()))) {
            return before.ages();
        }
        var ages = counted(within, today, overdue.isEmpty());
        kept.put(area, new Kept(today, overdue, ages, System.nanoTime()));
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
        return new Dashboards.Age(from, to, none ? 0 : facts.overdue(within, from, to));
    }
}
