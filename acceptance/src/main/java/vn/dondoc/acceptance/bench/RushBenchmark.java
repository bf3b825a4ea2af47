package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import vn.dondoc.contracts.event.Topic;

/** The last minutes before a report is due: everybody sends theirs, and then more than can be taken. */
final class RushBenchmark implements Benchmark {

    private static final int COMMUNES = 170;
    private static final double PER_SECOND = COMMUNES * Reporters.IN_A_COMMUNE / 600.0;
    private static final double SOON = 300;
    private static final double STILL_SOON = 1000;
    private static final double NONE = 1;
    private static final int MOST = 1024;
    private static final int ENOUGH_REFUSED = 10;
    private static final int WARMING = 1500;
    private static final Duration STEP = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** What one rate came to; refused are those who were told to come again, broken all other answers but success, and those who had none. */
    private record Step(double perSecond, List<Reporters.Owed> taken, List<Reporters.Owed> refused, List<Reporters.Owed> broken, double p50, double p99) {

        boolean isHeld() {
            return refused.isEmpty() && broken.isEmpty() && p99 < STILL_SOON;
        }

        boolean isTooMuch() {
            return (refused.size() + broken.size()) * ENOUGH_REFUSED >= taken.size() + refused.size() + broken.size();
        }
    }

    @Override
    public String name() {
        return "rush";
    }

    @Override
    public String told() {
        return "the last ten minutes before reports are due: 170 communes with " + Reporters.IN_A_COMMUNE + " reporters each, of which smaller sizes take a part for as much less time,"
                + " send theirs by HTTP to a reporting-service process, " + Math.round(PER_SECOND) + " a second whether or not earlier ones are answered; counted from when each was due."
                + " Then the rate is doubled until a tenth is refused. Held: the last rate at which nobody was refused and 99 of 100 were answered within a second. Refused ones"
                + " come again under their key. Lost: reports that are not there once, in the store and as event. Broken: other answers than success, or 429 and 503"
                + " that name a time and did nothing.";
    }

    @Override
    public void run(Run run) throws Exception {
        try (var bare = CommandsBenchmark.bareClient(); var writers = new Writers();
                var service = ServiceProcess.start("reporting-service", Map.of("DONDOC_TASK_URL", "http://127.0.0.1:9"));
                var loop = new OpenLoop(service.port());
                var sent = new TopicEnds(Topic.REPORT.topicName());
                var reporters = new Reporters(run.size().pick(6, 51, COMMUNES), bare.getDatabase("dondoc_reporting"))) {
            run.say("%d reporters", reporters.count());
            sendAll(service, reporters, reporters.owe(run.size().pick(WARMING, 2 * WARMING, 4 * WARMING)), writers);
            var steps = new ArrayList<Step>();
            var first = step(run, loop, reporters, 1, owed(reporters, reporters.count(), sent));
            steps.add(first);
            run.found(Figure.told("rush-p50", first.p50(), "ms"));
            run.found(Figure.below("rush-p99", first.p99(), "ms", SOON));
            var length = run.size().time(STEP);
            for (int times = 2; times <= run.size().pick(MOST, MOST, MOST) && !steps.getLast().isTooMuch(); times *= 2) {
                steps.add(step(run, loop, reporters, times, owed(reporters, (int) Math.ceil(times * PER_SECOND * length.toMillis() / 1000), sent)));
            }
            run.found(Figure.told("rush-held", steps.stream().filter(Step::isHeld).mapToDouble(Step::perSecond).max().orElse(0), "reports/s"));
            settle(run, service, reporters, steps, sent, writers);
        }
    }

    /** So many more, once the service has told of them all: what it tells of meanwhile is no work of the rush. */
    private static List<Reporters.Owed> owed(Reporters reporters, int count, TopicEnds sent) {
        var owed = reporters.owe(count);
        sent.awaitQuiet();
        return owed;
    }

    private static Step step(Run run, OpenLoop loop, Reporters reporters, int times, List<Reporters.Owed> reports) {
        var rate = PER_SECOND * times;
        var told = loop.run(rate, reports.size(), (number, connection) -> reporters.send(reports.get(number), connection));
        var taken = new ArrayList<Reporters.Owed>();
        var refused = new ArrayList<Reporters.Owed>();
        var broken = new ArrayList<Reporters.Owed>();
        var took = new ArrayList<Double>();
        for (var one : told) {
            var answer = one.answer();
            var report = reports.get(one.number());
            if (answer != null && answer.status() == 200) {
                taken.add(report);
                took.add(one.millis());
            } else if (answer != null && (answer.status() == 429 || answer.status() == 503) && answer.comesAgain()) {
                refused.add(report);
            } else {
                broken.add(report);
                run.say("broken: %s", answer == null ? "no answer" : answer.status());
            }
        }
        var p99 = took.isEmpty() ? Double.MAX_VALUE : Percentile.of(took, 0.99);
        var step = new Step(rate, taken, refused, broken, took.isEmpty() ? Double.MAX_VALUE : Percentile.of(took, 0.5), p99);
        run.say("%d times, %.0f/s: %d taken, %d refused, %d broken; p50 %.0f ms, p99 %.0f ms", times, rate, taken.size(), refused.size(), broken.size(), step.p50(), p99);
        return step;
    }

    /** Looks what became of each, lets those who were refused come again, and looks once more. */
    private static void settle(Run run, ServiceProcess service, Reporters reporters, List<Step> steps, TopicEnds sent, Writers writers) throws Exception {
        var taken = steps.stream().flatMap(step -> step.taken().stream()).toList();
        var refused = steps.stream().flatMap(step -> step.refused().stream()).toList();
        var broken = steps.stream().flatMap(step -> step.broken().stream()).toList();
        var doneThough = reporters.stored(refused).size();
        var lost = missing(taken, reporters.stored(taken));
        run.found(Figure.told("rush-refused", refused.size(), "reports"));
        run.found(Figure.below("rush-broken", broken.size() + doneThough, "answers", NONE));

        var again = new ArrayList<>(refused);
        again.addAll(broken);
        sendAll(service, reporters, again, writers);
        var all = new ArrayList<>(taken);
        all.addAll(again);
        lost.addAll(missing(all, reporters.stored(all)));
        sent.awaitQuiet();
        lost.addAll(missing(all, reporters.told()));
        run.say("%d reports sent, %d of them at the second time", all.size(), again.size());
        run.found(Figure.below("rush-lost", lost.size(), "reports", NONE));
    }

    private static Set<String> missing(List<Reporters.Owed> reports, Map<String, Long> times) {
        return reports.stream().map(Reporters.Owed::id).filter(id -> times.getOrDefault(id, 0L) != 1).collect(Collectors.toSet());
    }

    /** One after the other in each of eight connections, until each is taken. */
    private static void sendAll(ServiceProcess service, Reporters reporters, List<Reporters.Owed> reports, Writers writers) throws Exception {
        var connections = new ArrayList<KeptConnection>();
        try {
            for (int writer = 0; writer < Writers.EIGHT; writer++) {
                connections.add(new KeptConnection(service.port()));
            }
            writers.each(reports.size(), (writer, number) -> sendUntilTaken(reporters, reports.get(number), connections.get(writer)));
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private static void sendUntilTaken(Reporters reporters, Reporters.Owed report, KeptConnection connection) throws IOException {
        var began = System.nanoTime();
        for (var answer = reporters.send(report, connection); answer.status() != 200; answer = reporters.send(report, connection)) {
            if (System.nanoTime() - began > LIMIT.toNanos()) {
                throw new IllegalStateException("The service answers " + answer.status());
            }
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }
}
