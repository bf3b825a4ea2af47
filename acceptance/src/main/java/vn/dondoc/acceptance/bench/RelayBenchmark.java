package vn.dondoc.acceptance.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.platform.history.Outcome;

/** How fast the relay brings a backlog to the topic, and how soon an event is there at a steady pace. */
final class RelayBenchmark implements Benchmark {

    private static final int ENTRIES = 15_000;
    private static final int THINGS = 1500;
    private static final double PER_SECOND = 500;
    private static final Duration PACED = Duration.ofSeconds(6);
    private static final double SOON = 50;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String told() {
        return "the service's relay brings entries that were written while it stood still to the topic; the ceiling is a bare loop over the same change"
                + " stream with a bare producer of the same settings, a flush for each batch, no position kept. Delay: from the acknowledgement of a"
                + " command to its event being readable in the topic, at 500 commands/s whether or not earlier ones are done.";
    }

    @Override
    public void run(Run run) throws Exception {
        var things = Math.min(run.size().count(THINGS), 10_000);
        try (var writers = new Writers(); var service = BenchService.start(); var ends = new TopicEnds(Topic.TASK.topicName())) {
            run.say("%d aggregates", things);
            var before = ends.records();
            writers.each(things, (_, number) -> Commands.create(service.duties(), number));
            ends.await(before + things);
            drain(run, service, ends, things);
            service.startRelay();
            delay(run, service, writers, things);
        }
    }

    private static void drain(Run run, BenchService service, TopicEnds ends, int things) throws Exception {
        var entries = run.size().count(ENTRIES);
        service.stopRelay();
        try (var bare = BareRelay.open(service.database())) {
            var last = new Backlog[1];
            var rounds = new Rounds(run)
                    .way("relay", () -> {
                        last[0] = Backlog.write(service, things, entries);
                        return drained(service, ends, entries);
                    })
                    .way("bare loop", () -> {
                        var began = System.nanoTime();
                        bare.send(last[0], service.stream().stages(), service.stream().batchSize());
                        return perSecond(entries, began);
                    })
                    .measure(1);
            run.found(rounds.figure("relay-backlog", "relay", "bare loop", "events/s", 0.6));
        }
    }

    private static double drained(BenchService service, TopicEnds ends, int entries) {
        var before = ends.records();
        var began = System.nanoTime();
        service.startRelay();
        ends.await(before + entries);
        var rate = perSecond(entries, began);
        service.stopRelay();
        return rate;
    }

    private static void delay(Run run, BenchService service, Writers writers, int things) throws Exception {
        var pace = new Pace(PER_SECOND);
        run.say("warming up: %.0f commands/s", PER_SECOND);
        pace.run(writers, PACED.dividedBy(2), things, number -> command(service, number));
        var length = run.size().time(PACED);
        run.say("%.0f commands/s for %d s", PER_SECOND, length.toSeconds());
        try (var arrivals = new Arrivals(Topic.TASK.topicName())) {
            var acknowledged = pace.run(writers, length, things, number -> command(service, number));
            Awaitility.await("all events are there").atMost(Duration.ofMinutes(1))
                    .until(() -> arrivals.seen().keySet().containsAll(acknowledged.keySet()));
            var delays = delays(acknowledged, arrivals.seen());
            run.found(Figure.told("relay-delay-p50", Percentile.of(delays, 0.5), "ms"));
            run.found(Figure.below("relay-delay-p99", Percentile.of(delays, 0.99), "ms", SOON));
        }
    }

    private static String command(BenchService service, int number) {
        var outcome = Commands.change(service.duties(), number);
        return BenchService.COLLECTION + "/" + outcome.aggregate().id() + "#" + outcome.aggregate().version();
    }

    /** In milliseconds; an event that is read before its command's answer is there has none. */
    private static List<Double> delays(Map<String, Long> acknowledged, Map<String, Long> seen) {
        return acknowledged.entrySet().stream()
                .map(one -> Math.max(0, Objects.requireNonNull(seen.get(one.getKey())) - one.getValue()) / 1e6)
                .toList();
    }

    private static double perSecond(int entries, long began) {
        return entries * 1e9 / (System.nanoTime() - began);
    }
}
