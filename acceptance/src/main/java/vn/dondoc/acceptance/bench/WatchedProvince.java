package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

/**
 * A province in which commands give tasks, through the platform, its relay and the broker, while somebody looks at its dashboard again and again. A command counts
 * when its commune has as many tasks there as were accepted until then.
 */
final class WatchedProvince implements AutoCloseable {

    static final double PER_SECOND = 500;

    private static final String PATH = "/api/dashboards/province";
    private static final Duration BETWEEN = Duration.ofMillis(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** Duties of lower numbers are of others. */
    private static final int FIRST = 500_000;

    private final BenchService commands = BenchService.start();
    private final String token;
    private final KeptConnection connection;
    private int next = FIRST;

    WatchedProvince(ServiceProcess reporting) throws IOException {
        var province = new TestProvince("bench");
        try (var topics = new TestTopics()) {
            province.publish(topics);
            var communes = new ArrayList<UnitState>();
            for (int number = 0; number < ManyTasks.COMMUNES; number++) {
                var commune = Duty.commune(number);
                communes.add(new UnitState(commune, "Xã số " + number, List.of(), UnitKind.COMMUNE, province.unit("tinh"), commune, province.unit("tinh"), false, true));
            }
            topics.organisation(communes, List.of(), List.of());
        }
        token = province.token("tinh", Role.PROVINCE_VIEWER);
        connection = new KeptConnection(reporting.port());
        Awaitility.await("the communes are known").atMost(LIMIT)
                .until(() -> connection.get(PATH, token) == 200 && totals().keySet().containsAll(ids()));
    }

    /** Milliseconds from the acceptance of each command to the answer that counts it. */
    List<Double> delays(Duration length, Writers writers) throws Exception {
        var count = (int) (PER_SECOND * length.toMillis() / 1000);
        var before = totals();
        var accepted = new ConcurrentHashMap<String, ConcurrentLinkedQueue<Long>>();
        var watching = watch(before, count);
        var first = next;
        next += count + Writers.EIGHT;
        var began = System.nanoTime();
        writers.each(count, (writer, number) -> {
            var turn = Pace.turn(writer, number, count);
            Pace.awaitTime(began + (long) (turn * 1e9 / PER_SECOND));
            Commands.create(commands.duties(), first + turn);
            accepted.computeIfAbsent(Duty.commune(first + turn).value(), _ -> new ConcurrentLinkedQueue<>()).add(System.nanoTime());
        });
        var delays = new ArrayList<Double>();
        for (var commune : watching.get().entrySet()) {
            var moments = accepted.getOrDefault(commune.getKey(), new ConcurrentLinkedQueue<>()).iterator();
            commune.getValue().forEach(counted -> delays.add(Math.max(0, counted - moments.next()) / 1e6));
        }
        return delays;
    }

    /** Looks until so many tasks more are counted; answers for each commune when each of its tasks was, in their order. */
    private Future<Map<String, List<Long>>> watch(Map<String, Long> before, int count) {
        var watching = new FutureTask<Map<String, List<Long>>>(() -> {
            var began = System.nanoTime();
            var counted = new HashMap<String, List<Long>>();
            for (int found = 0; found < count; ) {
                var totals = totals();
                var now = System.nanoTime();
                for (var id : ids()) {
                    var moments = counted.computeIfAbsent(id, _ -> new ArrayList<>());
                    for (; moments.size() < totals.getOrDefault(id, 0L) - before.getOrDefault(id, 0L); found++) {
                        moments.add(now);
                    }
                }
                if (now - began > LIMIT.toNanos()) {
                    throw new IllegalStateException("Of " + count + " tasks only " + found + " are counted");
                }
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
            return counted;
        });
        Thread.ofPlatform().daemon().name("watcher").start(watching);
        return watching;
    }

    private Map<String, Long> totals() throws IOException {
        var answer = connection.read(PATH, token);
        if (answer.status() != 200) {
            throw new IllegalStateException("The service answered " + answer.status());
        }
        var totals = new HashMap<String, Long>();
        EventJson.mapper().readTree(answer.body()).get("lines").forEach(line -> totals.put(line.get("id").stringValue(), line.get("tasks").get("total").longValue()));
        return totals;
    }

    private static List<String> ids() {
        var ids = new ArrayList<String>();
        for (int number = 0; number < ManyTasks.COMMUNES; number++) {
            ids.add(Duty.commune(number).value());
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        connection.close();
        commands.close();
    }
}
