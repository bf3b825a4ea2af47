package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import vn.dondoc.platform.time.DomainClock;

/** How fast the digests of one morning leave, what that costs in memory, and how soon something critical leaves meanwhile. */
final class DeliveriesBenchmark implements Benchmark {

    private static final int EACH = 10;
    private static final int CONNECTIONS = 4;
    private static final int URGED = 10;
    private static final double SOON = 5;
    private static final int MEMORY_MB = 900;
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final LocalDate MONDAY = LocalDate.of(2040, 1, 9);
    private static final LocalDate WARMING = MONDAY.minusDays(7);

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public String told() {
        return "notification-service as a process of its own with a heap of 384 MB: " + EACH + " reminders each for 10,000 positions at full size become one letter each at"
                + " seven on a working day. Rate: from the first letter of the morning to the last, at a mail server that has each on the disk before it says so;"
                + " the ceiling is a bare loop that hands the same letter to the same server over as many kept connections. Critical: from the event being"
                + " in the topic to the letter at the server, ten of them while the others are worked off.";
    }

    @Override
    public void run(Run run) throws Exception {
        try (var sink = new MailSink(); var bare = CommandsBenchmark.bareClient()) {
            run.say("starting notification-service");
            try (var process = ServiceProcess.start("notification-service", settings(sink))) {
                var database = bare.getDatabase("dondoc_notification");
                var clock = new ProcessClock(process);
                var positions = run.size().pick(1000, 3000, 10_000);
                try (var warming = new ReminderStorm("warm")) {
                    run.say("warming up: %.0f letters/s", morning(run, warming, "warm", clock, database, sink, Math.min(positions, 1000), WARMING, false));
                }
                try (var storm = new ReminderStorm("storm")) {
                    var rate = morning(run, storm, "storm", clock, database, sink, positions, MONDAY, true);
                    var peak = peak(process.pid());
                    var alone = new BareMail(sink.port(), sink.sample());
                    alone.send(Math.min(positions, 1000), CONNECTIONS);
                    run.found(Figure.ofCeiling("deliveries", rate, "letters/s", alone.send(positions, CONNECTIONS), 0.7));
                    run.found(Figure.below("deliveries-memory", peak, "MB", MEMORY_MB));
                }
            }
        }
    }

    private static Map<String, String> settings(MailSink sink) {
        var settings = new HashMap<String, String>();
        settings.put("SMTP_URL", "smtp://127.0.0.1:" + sink.port());
        settings.put("DONDOC_MAIL_FROM", "bench@dondoc.example");
        settings.put("DONDOC_CONSOLE_URL", "https://dondoc.example");
        settings.put("DONDOC_PLAN_URL", "http://127.0.0.1:9");
        settings.put("DONDOC_MAIL_WORKERS", Integer.toString(CONNECTIONS));
        return settings;
    }

    /** Reminders arrive in the night and leave at seven; answers letters per second. */
    private static double morning(
            Run run, ReminderStorm storm, String prefix, ProcessClock clock, MongoDatabase database, MailSink sink, int positions, LocalDate day, boolean critical)
            throws Exception {
        clock.put(at(day, LocalTime.of(5, 0)));
        storm.organisation(positions + URGED);
        storm.remind(positions, EACH, day.plusDays(1), at(day, LocalTime.of(5, 0)));
        run.say("%d reminders for %d positions", positions * EACH, positions);
        var items = database.getCollection("digest_items");
        Awaitility.await("all reminders wait").atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> items.countDocuments() == (long) positions * EACH);
        sink.forget();
        clock.put(at(day, LocalTime.of(7, 0)));
        Awaitility.await("the first letter").atMost(LIMIT).pollInterval(Duration.ofMillis(2)).until(() -> sink.letters() > 0);
        if (critical) {
            critical(run, storm, prefix, sink, positions, day);
        }
        var expected = positions + (critical ? URGED : 0);
        Awaitility.await("the last letter").atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> sink.letters() >= expected);
        Awaitility.await("the messages know").atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> items.countDocuments() == 0);
        if (sink.letters() != expected) {
            throw new IllegalStateException(expected + " letters were to arrive and " + sink.letters() + " did");
        }
        var moments = IntStream.range(0, positions).mapToLong(village -> Objects.requireNonNull(sink.firstAt(ReminderStorm.mailbox(prefix, village)))).summaryStatistics();
        return positions * 1e9 / (moments.getMax() - moments.getMin());
    }

    /** Positions of their own, so that their letters are not mistaken for digests. */
    private static void critical(Run run, ReminderStorm storm, String prefix, MailSink sink, int positions, LocalDate day) {
        var slowest = 0.0;
        for (int i = 0; i < URGED; i++) {
            var village = positions + i;
            var told = System.nanoTime();
            storm.urge(village, "late-" + i, day.minusDays(1), at(day, LocalTime.of(7, 0)));
            var mailbox = ReminderStorm.mailbox(prefix, village);
            Awaitility.await("a critical letter").atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> sink.firstAt(mailbox) != null);
            slowest = Math.max(slowest, (Objects.requireNonNull(sink.firstAt(mailbox)) - told) / 1e9);
        }
        run.found(Figure.below("deliveries-critical", slowest, "s", SOON));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(DomainClock.ZONE).toInstant();
    }

    /** The most memory the process has had, by the kernel. */
    private static double peak(long pid) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }
}
