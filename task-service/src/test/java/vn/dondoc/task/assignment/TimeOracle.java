package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Judges the history of one task by the words of the domain, without the code that made it: 7, 3 and 1 days before the last day, and on that day, somebody is
 * reminded; the day after it the task is overdue; 1, 3 and 7 days after it the next one is told. Days begin at 17:00 of the day before in
 * UTC (Vietnam is seven hours ahead all the year), and do not move for days off. What a day in force has reached while the task was open is
 * told once, in order, not before its time, and before anything else that happens later.
 */
final class TimeOracle {

    /** An entry of the history. */
    record Entry(String type, Instant at, Map<String, Object> data) {}

    private record Told(String name, Instant moment) {}

    private final String id;
    private final Instant publishedAt;
    private @Nullable LocalDate lastDay;
    private List<Told> pending = new ArrayList<>();
    private Instant since;
    private boolean open = true;
    private boolean beforeEntry;
    private boolean overdueAtOnce;
    private boolean justReturned;
    private int boundaries;

    private TimeOracle(String id, Instant publishedAt) {
        this.id = id;
        this.publishedAt = publishedAt;
        this.since = publishedAt;
    }

    /**
     * Answers how many boundaries the history tells of.
     *
     * @param publishedAt when the plan was published, by which entry is judged
     * @param until at that time somebody has looked at all that was due
     */
    static int judge(String id, Instant publishedAt, List<Entry> history, Instant until) {
        var oracle = new TimeOracle(id, publishedAt);
        assertThat(history.getFirst().type()).isEqualTo("TaskAssigned");
        for (var entry : history) {
            try {
                oracle.next(entry);
            } catch (AssertionError wrong) {
                var upTo = history.subList(0, history.indexOf(entry) + 1).stream().map(TimeOracle::told).toList();
                throw new AssertionError(wrong.getMessage() + "\npublished " + publishedAt + "\n" + String.join("\n", upTo), wrong);
            }
        }
        assertThat(oracle.overdueAtOnce).as("%s is said to be overdue", id).isFalse();
        oracle.nothingMissed(until, "the end");
        return oracle.boundaries;
    }

    private void next(Entry entry) {
        var task = task(entry);
        if (overdueAtOnce) {
            assertThat(entry.type()).as("%s: the day had ended already", id).isEqualTo("TaskOverdue");
            overdueAtOnce = false;
            return;
        }
        switch (entry.type()) {
            case "TaskAssigned" -> {
                beforeEntry = day(task) != null && ended(day(task), publishedAt);
                overdueAtOnce = beforeEntry;
                begin(day(task));
            }
            case "TaskDueSoon", "TaskOverdue", "TaskEscalated" -> boundary(entry, task);
            case "ExtensionGranted", "DeadlineMoved" -> move(entry, task);
            default -> happened(entry);
        }
        justReturned = entry.type().equals("CompletionReturned");
    }

    private void boundary(Entry entry, Map<String, Object> task) {
        assertThat(open).as("%s: %s of a task that is open", id, name(entry)).isTrue();
        assertThat(pending).as("%s: %s on %s", id, name(entry), entry.at()).isNotEmpty();
        var expected = pending.removeFirst();
        assertThat(name(entry)).as("%s: the next one in order, none missed, none doubled", id).isEqualTo(expected.name());
        assertThat(expected.moment()).as("%s: %s not early", id, name(entry)).isBeforeOrEqualTo(entry.at());
        assertThat(task.get("timeClass")).isEqualTo(entry.type().equals("TaskDueSoon") ? "due-soon" : "overdue");
        since = expected.moment();
        boundaries++;
    }

    private void move(Entry entry, Map<String, Object> task) {
        if (!justReturned) {
            nothingMissed(entry.at(), name(entry));
        }
        var wasOverdue = lastDay != null && ended(lastDay, since);
        since = lastDay == null || entry.at().isAfter(since) ? entry.at() : since;
        var newDay = day(task);
        beforeEntry = beforeEntry && newDay != null && ended(newDay, entry.at());
        overdueAtOnce = newDay != null && ended(newDay, since) && !wasOverdue;
        begin(newDay);
    }

    private void happened(Entry entry) {
        nothingMissed(entry.at(), entry.type());
        switch (entry.type()) {
            case "CompletionSubmitted", "TaskCancelled" -> open = false;
            case "CompletionReturned" -> open = true;
            default -> { }
        }
    }

    private void nothingMissed(Instant at, String before) {
        if (open) {
            assertThat(pending.stream().filter(one -> !one.moment().isAfter(at))).as("%s: what was to be told before %s", id, before).isEmpty();
        }
    }

    private void begin(@Nullable LocalDate newDay) {
        lastDay = newDay;
        pending = new ArrayList<>();
        if (newDay == null || beforeEntry) {
            return;
        }
        for (var left : new int[] {7, 3, 1, 0}) {
            pending.add(new Told("TaskDueSoon " + left, midnight(newDay.minusDays(left))));
        }
        pending.add(new Told("TaskOverdue " + newDay.plusDays(1), midnight(newDay.plusDays(1))));
        for (var late : new int[] {1, 3, 7}) {
            pending.add(new Told("TaskEscalated " + late, midnight(newDay.plusDays(late))));
        }
        pending.removeIf(told -> !told.moment().isAfter(since));
    }

    private static String told(Entry entry) {
        return "%s %s, last day %s, %s".formatted(entry.at(), name(entry), task(entry).get("lastDay"), task(entry).get("timeClass"));
    }

    private static boolean ended(LocalDate day, Instant at) {
        return !at.isBefore(midnight(day.plusDays(1)));
    }

    private static Instant midnight(LocalDate day) {
        return day.minusDays(1).atTime(17, 0).toInstant(ZoneOffset.UTC);
    }

    private static String name(Entry entry) {
        return switch (entry.type()) {
            case "TaskDueSoon" -> "TaskDueSoon " + entry.data().get("daysLeft");
            case "TaskOverdue" -> "TaskOverdue " + entry.data().get("since");
            case "TaskEscalated" -> "TaskEscalated " + entry.data().get("daysLate");
            default -> entry.type();
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> task(Entry entry) {
        return (Map<String, Object>) entry.data().getOrDefault("task", Map.of());
    }

    private static @Nullable LocalDate day(Map<String, Object> task) {
        return task.get("lastDay") instanceof String text ? LocalDate.parse(text) : null;
    }
}
