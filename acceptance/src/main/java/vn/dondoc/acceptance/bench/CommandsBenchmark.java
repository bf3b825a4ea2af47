package vn.dondoc.acceptance.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.Map;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.testing.RealMongo;

/** How fast aggregates change: through the platform, and through HTTP, beside the bare driver. */
final class CommandsBenchmark implements Benchmark {

    private static final Duration ROUND = Duration.ofMillis(400);
    private static final int THINGS = 1500;

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public String told() {
        return "8 writers, each reading, deciding and writing with one guarded update and one history entry, on random aggregates; the ceiling is the"
                + " bare driver doing the same read and update. Through HTTP: progress calls with a checked token to a task-service process, whose"
                + " relay and broker work on the same cores meanwhile.";
    }

    @Override
    public void run(Run run) throws Exception {
        var things = Math.min(run.size().count(THINGS), 10_000);
        try (var writers = new Writers(); var bare = bareClient()) {
            try (var service = BenchService.start()) {
                service.stopRelay();
                run.say("%d aggregates", things);
                writers.each(things, (_, number) -> Commands.create(service.duties(), number));
                writers.each(things, (_, number) -> Commands.change(service.duties(), number));
                compare(run, service, writers, bare, things);
            }
        }
    }

    private static void compare(Run run, BenchService service, Writers writers, MongoClient bare, int things) throws Exception {
        var length = run.size().time(ROUND);
        var database = bare.getDatabase(service.database().getName());
        var driver = BareWriter.onCopies(database, BenchService.COLLECTION);
        run.say("starting task-service");
        try (var process = ServiceProcess.start("task-service", Map.of());
                var calls = TaskCalls.prepare(process, bare.getDatabase("dondoc_task"), things, writers);
                var sent = new TopicEnds(Topic.TASK.topicName())) {
            writers.each(things, calls::progress);
            var rounds = new Rounds(run)
                    .way("bare driver", () -> writers.rate(length, things, (_, number) -> driver.change(Duty.id(number))))
                    .way("platform", () -> writers.rate(length, things, (_, number) -> Commands.change(service.duties(), number)))
                    .way("HTTP", () -> {
                        var rate = writers.rate(length, things, calls::progress);
                        sent.awaitQuiet();
                        return rate;
                    }, run.size().warmProcess())
                    .measure(3);
            run.found(rounds.figure("commands", "platform", "bare driver", "commands/s", 0.8));
            run.found(rounds.figure("commands-http", "HTTP", "bare driver", "commands/s", 0.5));
        }
    }

    /** With the concerns of the platform. */
    static MongoClient bareClient() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(RealMongo.shared().uri()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build());
    }
}
