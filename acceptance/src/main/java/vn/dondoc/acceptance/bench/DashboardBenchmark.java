package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.bson.Document;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.testing.TestProvince;

/** How soon the page of a province is there, and what it costs to know its figures. */
final class DashboardBenchmark implements Benchmark {

    private static final double PER_SECOND = 50;
    private static final Duration PACED = Duration.ofSeconds(6);
    private static final int LOOKS = 200;
    private static final int GROUPINGS = 3;
    private static final double AT_ONCE = 50;
    private static final double COUNTED = 300;
    private static final double COUNTED_AT_LAST = 1000;
    private static final double TIMES_FASTER = 200;

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String told() {
        return "the figures of a province of 170 communes by HTTP from a reporting-service process, at 50 requests/s whether or not earlier ones are answered."
                + " Query: reading its cells by the bare driver, in looks a second; the ceiling is grouping its facts by commune and time class."
                + " Growth: the same look with ten times the tasks. Delay: from a command being accepted by the platform, through its relay and the broker, to the page with"
                + " what it changed, at 500 commands/s.";
    }

    @Override
    public void run(Run run) throws Exception {
        var count = run.size().pick(20_000, 200_000, 1_000_000);
        try (var bare = CommandsBenchmark.bareClient(); var writers = new Writers();
                var service = ServiceProcess.start("reporting-service", Map.of("DONDOC_TASK_URL", "http://127.0.0.1:9"))) {
            var province = new TestProvince("boards");
            try (var tasks = new ManyTasks(province)) {
                var database = bare.getDatabase("dondoc_reporting");
                fill(run, database, tasks, count / 10, writers);
                var few = looked(database, tasks.province().value());
                fill(run, database, tasks, count - count / 10, writers);
                var many = looked(database, tasks.province().value());
                var grouped = grouped(run, database, tasks.province().value());
                page(run, service, province.token("tinh", Role.PROVINCE_VIEWER), writers);
                delay(run, service, writers);
                run.found(Figure.ofCeiling("dashboard-query", 1000 / many, "looks/s", 1000 / grouped, TIMES_FASTER));
                run.found(Figure.below("dashboard-growth", many / few, "times", 2));
            }
        }
    }

    private static void fill(Run run, MongoDatabase database, ManyTasks tasks, int count, Writers writers) throws Exception {
        run.say("%d tasks more", count);
        var of = Filters.eq("province", tasks.province().value());
        var facts = database.getCollection("facts");
        var before = facts.countDocuments(of);
        tasks.send(count, writers);
        Awaitility.await("facts are there").atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(500))
                .until(() -> facts.estimatedDocumentCount() >= before + count && facts.countDocuments(of) == before + count);
    }

    /** Milliseconds of the median look at the cells of the communes. */
    private static double looked(MongoDatabase database, String province) {
        var cells = database.getCollection("cells");
        var looks = new ArrayList<Double>();
        for (int look = 0; look < 2 * LOOKS; look++) {
            var began = System.nanoTime();
            var found = cells.find(Filters.and(Filters.eq("level", "COMMUNE"), Filters.eq("province", province))).into(new ArrayList<>());
            looks.add((System.nanoTime() - began) / 1e6);
            if (found.size() != ManyTasks.COMMUNES) {
                throw new IllegalStateException("There are cells of " + found.size() + " communes");
            }
        }
        return Percentile.of(looks.subList(LOOKS, 2 * LOOKS), 0.5);
    }

    /** Milliseconds of the median grouping of all facts. */
    private static double grouped(Run run, MongoDatabase database, String province) {
        var groupings = new ArrayList<Double>();
        for (int grouping = 0; grouping < GROUPINGS; grouping++) {
            var began = System.nanoTime();
            database.getCollection("facts").aggregate(List.of(
                    Aggregates.match(Filters.eq("province", province)),
                    Aggregates.unwind("$counted"),
                    Aggregates.group(new Document("commune", "$commune").append("counted", "$counted"), Accumulators.sum("n", 1))))
                    .into(new ArrayList<>());
            groupings.add((System.nanoTime() - began) / 1e6);
            run.say("grouping the facts: %.0f ms", groupings.getLast());
        }
        return Percentile.of(groupings, 0.5);
    }

    private static void page(Run run, ServiceProcess service, String token, Writers writers) throws Exception {
        var connections = new ArrayList<KeptConnection>();
        try {
            for (int writer = 0; writer < Writers.EIGHT; writer++) {
                connections.add(new KeptConnection(service.port()));
            }
            Awaitility.await("the viewer is known").atMost(Duration.ofMinutes(1)).until(() -> connections.getFirst().get("/api/dashboards/province", token) == 200);
            paced(run.size().warmProcess().dividedBy(5), connections, token, writers);
            var answered = paced(run.size().time(PACED), connections, token, writers);
            run.found(Figure.told("dashboard-page-p50", Percentile.of(answered, 0.5), "ms"));
            run.found(Figure.below("dashboard-page-p99", Percentile.of(answered, 0.99), "ms", AT_ONCE));
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private static void delay(Run run, ServiceProcess service, Writers writers) throws Exception {
        try (var watched = new WatchedProvince(service)) {
            run.say("warming up: %.0f commands/s", WatchedProvince.PER_SECOND);
            watched.delays(PACED, writers);
            var delays = watched.delays(run.size().time(PACED), writers);
            run.found(Figure.below("dashboard-delay-p50", Percentile.of(delays, 0.5), "ms", COUNTED));
            run.found(Figure.below("dashboard-delay-p99", Percentile.of(delays, 0.99), "ms", COUNTED_AT_LAST));
        }
    }

    /** From the moment at which each request was due to its whole answer. */
    private static List<Double> paced(Duration length, List<KeptConnection> connections, String token, Writers writers) throws Exception {
        var took = new ConcurrentLinkedQueue<Double>();
        var all = (int) (PER_SECOND * length.toMillis() / 1000);
        var began = System.nanoTime();
        writers.each(all, (writer, number) -> {
            var turn = Pace.turn(writer, number, all);
            var due = began + (long) (turn * 1e9 / PER_SECOND);
            Pace.awaitTime(due);
            look(connections.get(writer), token);
            took.add((System.nanoTime() - due) / 1e6);
        });
        return List.copyOf(took);
    }

    private static void look(KeptConnection connection, String token) throws IOException {
        var status = connection.get("/api/dashboards/province", token);
        if (status != 200) {
            throw new IllegalStateException("The service answered " + status);
        }
    }
}
