package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bson.Document;
import vn.dondoc.testing.TestProvince;

/** How fast events of tasks become facts and cells. */
final class ProjectionBenchmark implements Benchmark {

    private static final int EVENTS = 20_000;
    private static final int WARM = 3;

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public String told() {
        return "a reporting-service process takes a backlog of new tasks of 170 communes into facts, cells and ledger; it was stopped while they were sent."
                + " The ceiling is two consumers of the same topic writing the same facts and the same cells by hand, without a transaction, without looking"
                + " at what is known, and without days.";
    }

    @Override
    public void run(Run run) throws Exception {
        var count = run.size().count(EVENTS);
        try (var bare = CommandsBenchmark.bareClient(); var writers = new Writers();
                var service = ServiceProcess.start("reporting-service", Map.of("DONDOC_TASK_URL", "http://127.0.0.1:9"));
                var tasks = new ManyTasks(new TestProvince("projection"))) {
            var database = bare.getDatabase("dondoc_reporting");
            var facts = database.getCollection("facts");
            try (var byHand = new BareProjection(database)) {
                for (int warm = 0; warm < WARM; warm++) {
                    run.say("warming up, projection: %.0f/s", projected(service, facts, tasks, count, writers));
                }
                run.say("warming up, by hand: %.0f/s", byHand(service, byHand));
                var rounds = new Rounds(run).unwarmed()
                        .way("projection", () -> projected(service, facts, tasks, count, writers))
                        .way("by hand", () -> byHand(service, byHand))
                        .measureInOrder(run.size().rounds());
                run.found(rounds.figure("projection", "projection", "by hand", "events/s", 0.5));
            }
        }
    }

    private static double projected(ServiceProcess service, MongoCollection<Document> facts, ManyTasks tasks, int count, Writers writers) throws Exception {
        var before = facts.countDocuments();
        service.pause();
        tasks.send(count, writers);
        var began = System.nanoTime();
        service.resume();
        Awaitility.await("facts are there").atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(5))
                .until(() -> facts.estimatedDocumentCount() >= before + count);
        return count * 1e9 / (System.nanoTime() - began);
    }

    /** The records that the service took last. */
    private static double byHand(ServiceProcess service, BareProjection byHand) throws Exception {
        service.pause();
        var began = System.nanoTime();
        var taken = byHand.drain();
        var rate = taken * 1e9 / (System.nanoTime() - began);
        service.resume();
        return rate;
    }
}
