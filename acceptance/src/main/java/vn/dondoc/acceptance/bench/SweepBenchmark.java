package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;

/** What it costs to look for what is due, how fast a storm is told, and how soon something is known to be overdue. */
final class SweepBenchmark implements Benchmark {

    private static final String LARGE = "open_many";
    private static final String SMALL = "open_few";
    private static final int FEW = 10_000;
    private static final int LOOKS = 200;
    private static final int WARM_LOOKS = 2000;
    private static final int WARM_STORMS = 5;
    private static final int AT_MIDNIGHT = 200;
    private static final double SOON = 2000;

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public String told() {
        return "tasks are documents of task-service, copied from one that it made. Storm: from the clock passing midnight to the last event in the topic,"
                + " two events a task, by a task-service process with its relay and the broker on the same cores; the ceiling is the bare driver reading"
                + " the same in batches and writing the same guarded updates, deciding nothing and sending nothing. Overdue: from midnight to the moment"
                + " the event was written, by a service that sweeps by itself. None due: the median of " + LOOKS + " looks, in turns with " + FEW
                + " open tasks, and what the database's profiler says it examined.";
    }

    @Override
    public void run(Run run) throws Exception {
        try (var bare = CommandsBenchmark.bareClient()) {
            var tasks = storms(run, bare);
            noneDue(run, tasks);
        }
    }

    private static OpenTasks storms(Run run, MongoClient bare) throws Exception {
        run.say("starting task-service");
        var database = bare.getDatabase("dondoc_task");
        try (var process = ServiceProcess.start("task-service", Map.of()); var ends = new TopicEnds(Topic.TASK.topicName())) {
            var tasks = OpenTasks.like(database);
            var storm = new SweepStorm(tasks, database, new ProcessClock(process), ends);
            var count = run.size().pick(2000, 20_000, 100_000);
            run.say("storms of %d tasks", count);
            var warm = Math.min(count, 10_000);
            var until = System.nanoTime() + run.size().warmProcess().toNanos() / 2;
            for (int storms = 0; storms < WARM_STORMS || System.nanoTime() < until; storms++) {
                run.say("warming up, sweep: %.0f/s", storm.swept(warm));
            }
            run.say("warming up, bare driver: %.0f/s", storm.bare(warm));
            var rounds = new Rounds(run).unwarmed()
                    .way("sweep", () -> storm.swept(count))
                    .way("bare driver", () -> storm.bare(count))
                    .measureExactly(3);
            run.found(rounds.figure("sweep-storm", "sweep", "bare driver", "transitions/s", 0.6));
            overdue(run, storm);
            database.getCollection(OpenTasks.COLLECTION).deleteMany(new Document());
            return tasks;
        }
    }

    private static void overdue(Run run, SweepStorm storm) throws Exception {
        var delays = new ArrayList<Double>();
        for (int night = 0; night < run.size().pick(5, 10, 20); night++) {
            delays.addAll(storm.midnight(AT_MIDNIGHT));
        }
        run.found(Figure.told("sweep-overdue-p50", Percentile.of(delays, 0.5), "ms"));
        run.found(Figure.below("sweep-overdue-p99", Percentile.of(delays, 0.99), "ms", SOON));
    }

    private static void noneDue(Run run, OpenTasks tasks) {
        try (var service = BenchService.start()) {
            service.stopRelay();
            var count = run.size().pick(20_000, 200_000, 1_000_000);
            var database = service.database();
            run.say("%d and %d open tasks", FEW, count);
            var first = LocalDate.now(DomainClock.ZONE).plusDays(2);
            tasks.fill(database.getCollection(SMALL), FEW, number -> first.plusDays(number % 365));
            tasks.fill(database.getCollection(LARGE), count, number -> first.plusDays(number % 365));
            var few = new ArrayList<Double>();
            var many = new ArrayList<Double>();
            var fewSweep = service.sweepOver(SMALL);
            var manySweep = service.sweepOver(LARGE);
            for (int turn = 0; turn < WARM_LOOKS + LOOKS; turn++) {
                few.add(look(fewSweep));
                many.add(look(manySweep));
            }
            var median = median(many);
            run.found(Figure.below("sweep-none-due", median, "ms", 1));
            run.found(Figure.below("sweep-none-due-growth", median / median(few), "times " + FEW, 1.5));
            run.found(Figure.below("sweep-none-due-examined", examined(database, manySweep), "documents", 1));
            database.drop();
        }
    }

    private static double look(Sweep<Duty> sweep) {
        var began = System.nanoTime();
        if (sweep.round() != 0) {
            throw new IllegalStateException("Something is due");
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** What the database says that looks cost it. */
    private static double examined(MongoDatabase database, Sweep<Duty> sweep) {
        database.runCommand(new Document("profile", 2));
        for (int i = 0; i < 5; i++) {
            look(sweep);
        }
        database.runCommand(new Document("profile", 0));
        var looks = database.getCollection("system.profile")
                .find(new Document("ns", database.getName() + "." + LARGE).append("op", "query")).into(new ArrayList<>());
        if (looks.size() != 5) {
            throw new IllegalStateException("The profiler saw " + looks.size() + " looks");
        }
        return looks.stream().mapToDouble(look -> look.get("docsExamined", Number.class).doubleValue()).max().orElseThrow();
    }

    /** Of the last ones, when the compilers are through. */
    private static double median(List<Double> looks) {
        return Percentile.of(looks.subList(looks.size() - LOOKS, looks.size()), 0.5);
    }
}
