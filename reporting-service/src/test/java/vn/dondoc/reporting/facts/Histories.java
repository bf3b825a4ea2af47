package vn.dondoc.reporting.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportState;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.time.DomainClock;

/** Random events of tasks and reports, all from one seed: tasks and reports change units, tasks change plans, are cancelled, come in any state. */
public final class Histories {

    /** All of them happen from this day on. */
    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    /** The last of them has happened by then. */
    static final LocalDate LAST = LocalDate.of(2026, 7, 1);

    /** Three programmes as people spell them. */
    static final List<String> PROGRAMMES = List.of(
            "Đề án 06", "Đề án số 06", "ĐA 06/CP", "NQ 57", "Nghị quyết số 57-NQ/TW", "Nghị quyết 57", "CCHC", "Cải cách hành chính");

    /** Seconds: the events of an aggregate follow each other, those of several mix. */
    private static final int SPREAD = 1_600_000;

    private final Random random;
    private final String prefix;

    public Histories(long seed, String prefix) {
        this.random = new Random(seed);
        this.prefix = prefix;
    }

    /** The events of so many tasks and reports, each aggregate's in order. */
    List<Received> events(int aggregates) {
        var events = new ArrayList<Received>();
        for (int i = 0; i < aggregates; i++) {
            var length = 1 + random.nextInt(6);
            for (int sequence = 1; sequence <= length; sequence++) {
                events.add(random(i, sequence));
            }
        }
        return events;
    }

    /** The same of tasks alone. */
    public List<Received> ofTasks(int tasks) {
        return events(tasks * 2).stream().filter(event -> event.event() instanceof TaskEvent).toList();
    }

    /** The same in any order, some of them twice or three times. */
    public List<Received> disturbed(List<Received> events) {
        var disturbed = new ArrayList<>(events);
        for (var event : events) {
            for (int again = random.nextInt(3); again > 0; again--) {
                disturbed.add(event);
            }
        }
        java.util.Collections.shuffle(disturbed, random);
        return disturbed;
    }

    /** In batches of any size. */
    List<List<Received>> batches(List<Received> events) {
        var batches = new ArrayList<List<Received>>();
        for (int from = 0; from < events.size(); ) {
            var to = Math.min(events.size(), from + 1 + random.nextInt(20));
            batches.add(events.subList(from, to));
            from = to;
        }
        return batches;
    }

    private Received random(int number, long sequence) {
        var at = FIRST.atStartOfDay(DomainClock.ZONE).toInstant().plusSeconds(Math.multiplyExact(sequence - 1, SPREAD) + random.nextInt(SPREAD));
        DomainEvent event = number % 3 == 0 ? report(number) : task(number);
        return new Received(prefix + number + "-" + sequence, "any/" + number, 1, sequence, at, null, event);
    }

    private DomainEvent task(int number) {
        return new TaskEvent.TaskAssigned(new TaskState(
                new TaskId(prefix + "t" + number), new PlanId(prefix + "p" + random.nextInt(3)), new UnitId(prefix + "tinh"),
                new UnitId(prefix + "xa" + number % 4), number, null, "Nhiệm vụ", units(), List.of(), null, null, null, any(WorkState.values()),
                any(TimeClass.values()), random.nextBoolean(), random.nextBoolean(), null, null, null, null, null, null, null, null, null, null,
                random.nextBoolean() ? null : Particulars.NONE.with(null, null, any(PROGRAMMES.toArray(String[]::new)), null)));
    }

    private DomainEvent report(int number) {
        return new ReportEvent.ReportRequested(new ReportState(
                new ReportId(prefix + "r" + number), new RuleId("rule"), new PlanId(prefix + "p" + number % 3), new UnitId(prefix + "tinh"),
                new UnitId(prefix + "xa" + number % 4), new UnitId(prefix + "u" + random.nextInt(5)), new UnitId("vp"), "Báo cáo", "2026-11",
                LocalDate.of(2026, 3, 1).plusDays(random.nextInt(120)), any(ReportStatus.values()), random.nextBoolean(),
                LocalDate.of(2026, 3, 1).plusDays(random.nextInt(120)), null, null, null, null, explanation(),
                random.nextBoolean() ? null : any(PROGRAMMES.toArray(String[]::new))));
    }

    private @Nullable Explanation explanation() {
        return random.nextBoolean() ? null : new Explanation(FIRST, LAST, random.nextBoolean() ? null : LAST, random.nextBoolean(), 1);
    }

    private List<UnitId> units() {
        var units = new ArrayList<UnitId>();
        for (int i = random.nextInt(4); i > 0; i--) {
            units.add(new UnitId(prefix + "u" + random.nextInt(5)));
        }
        return units;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
