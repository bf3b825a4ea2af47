package vn.dondoc.acceptance.faults;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contracts.id.Ids;

/**
 * A stream of numbered commands from a few writers at once, each to a random instance, the same seed giving the same stream. What is not
 * answered, or answered with a fault of ours, is sent again under the same key, also to another instance.
 */
final class Commands {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration PACE = Duration.ofMillis(40);

    private final Landscape landscape;
    private final World world;
    private final long seed;
    private final List<World.Owed> owed;
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running = true;

    /**
     * A command as it stands in histories.
     *
     * @param hash the key as it is stored
     * @param type of the event that it leads to
     */
    record Sent(String key, String hash, String subject, String type) {}

    /** What can be done to something in some state. */
    private record Act(String call, String type, boolean standing, String body) {}

    private static final Act ACKNOWLEDGE = new Act("acknowledgement", "TaskAcknowledged", false, "");
    private static final Act PROGRESS = new Act("progress", "ProgressRecorded", false, "{\"note\":\"%s\",\"percent\":40}");
    private static final Act COMPLETE = new Act("completion", "CompletionSubmitted", false, "{\"note\":\"%s\"}");
    private static final Act ACCEPT = new Act("acceptance", "TaskCompleted", true, "{\"reason\":\"%s\"}");
    private static final Act RETURN = new Act("return", "CompletionReturned", true, "{\"reason\":\"%s\"}");
    private static final Act SUBMIT = new Act("submission", "ReportSubmitted", false, "{\"nothingToReport\":false,\"results\":\"%s\"}");
    private static final Act ACCEPT_REPORT = new Act("acceptance", "ReportAccepted", true, "{\"reason\":\"%s\"}");
    private static final Act RETURN_REPORT = new Act("return", "ReportReturned", true, "{\"reason\":\"%s\"}");

    private Commands(Landscape landscape, World world, long seed) {
        this.landscape = landscape;
        this.world = world;
        this.seed = seed;
        this.owed = world.worked();
    }

    /** Writers that go on until {@link #finish}. */
    static Commands begin(Landscape landscape, World world, long seed, int writers) {
        var commands = new Commands(landscape, world, seed);
        landscape.commands.add(commands);
        for (int writer = 0; writer < writers; writer++) {
            var number = writer;
            commands.writers.add(Thread.ofVirtual().name("writer-" + number).start(() -> commands.write(number)));
        }
        return commands;
    }

    /** No writers: single commands by {@link #send}. */
    static Commands single(Landscape landscape, World world, long seed) {
        return begin(landscape, world, seed, 0);
    }

    /** Ends the stream; what is on its way is repeated until it is answered. */
    Commands finish() {
        running = false;
        for (var writer : writers) {
            try {
                if (!writer.join(PATIENCE.plusSeconds(30))) {
                    throw new IllegalStateException("A writer does not come to its end");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return this;
    }

    int count() {
        return acknowledged.size();
    }

    List<Sent> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<Sent> unanswered() {
        return List.copyOf(unanswered);
    }

    /** Answers that no state of a task or report explains. */
    List<String> strange() {
        return List.copyOf(strange);
    }

    /** Progress of a task, to one instance, not repeated. */
    HttpResponse<String> progress(World.Owed task, Instance to, String key) throws IOException, InterruptedException {
        var answer = Instance.send(request(task, PROGRESS, key, to));
        if (answer.statusCode() == 200) {
            acknowledged.add(sent(task, PROGRESS, key));
        }
        return answer;
    }

    private void write(int writer) {
        var random = new Random(seed * 31 + writer);
        for (int number = 0; running; number++) {
            var what = owed.get(random.nextInt(owed.size()));
            send(what, next(what, random), "c-" + seed + "-" + writer + "-" + number, random);
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    /** Mostly what its state allows; an acceptance is rare, since it ends everything, and half are never accepted, since a long run needs work to the end. */
    private Act next(World.Owed what, Random random) {
        var dice = random.nextInt(100);
        var accepts = dice < 8 && accepted.get() < owed.size() / 2;
        var submitted = states.getOrDefault(what.id(), "").startsWith("submitted");
        if (!what.task()) {
            return submitted ? accepts ? ACCEPT_REPORT : RETURN_REPORT : SUBMIT;
        }
        if (submitted) {
            return accepts ? ACCEPT : RETURN;
        }
        return dice < 10 ? ACKNOWLEDGE : dice < 80 ? PROGRESS : COMPLETE;
    }

    private void send(World.Owed what, Act act, String key, Random random) {
        var instances = landscape.of(what.task() ? Landscape.TASK : Landscape.REPORTING);
        var began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            try {
                var answer = Instance.send(request(what, act, key, instances.get(random.nextInt(instances.size()))));
                if (settled(what, act, key, answer)) {
                    return;
                }
            } catch (IOException away) {
                // whether it was carried out is unknown: the same key again
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        unanswered.add(sent(what, act, key));
    }

    private boolean settled(World.Owed what, Act act, String key, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status >= 500 || status == 409 && answer.body().contains("\"CONFLICT\"")) {
            return false;
        }
        if (status == 200) {
            acknowledged.add(sent(what, act, key));
            if (act.call().equals(ACCEPT.call())) {
                accepted.incrementAndGet();
            }
            var summary = JSON.readTree(answer.body()).path("summary");
            states.put(what.id(), summary.path(what.task() ? "workState" : "status").asString(""));
        } else if (status != 409) {
            strange.add(key + " " + act.call() + ": " + status + " " + answer.body());
        } else {
            states.put(what.id(), answer.body().contains("_SUBMITTED\"") && !answer.body().contains("_NOT_SUBMITTED\"") ? "submitted" : "");
        }
        return true;
    }

    private HttpRequest request(World.Owed what, Act act, String key, Instance to) {
        var path = (what.task() ? "/api/tasks/" : "/api/reports/") + what.id() + "/" + act.call();
        return to.request(path)
                .header("Authorization", "Bearer " + (act.standing() ? world.standing(what) : world.officer(what)))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(act.body().formatted("Lệnh " + key)))
                .build();
    }

    private Sent sent(World.Owed what, Act act, String key) {
        return new Sent(key, Ids.derived(world.person(what, act.standing()), key), what.subject(), act.type());
    }
}
