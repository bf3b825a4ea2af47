package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.testing.WritingCall.Kind;
import vn.dondoc.testing.WritingCall.Ready;

/**
 * What holds of every writing call of a service, shown by making it: a key makes it happen once, versions are guarded, and many writers
 * at once lose nothing. The histories in the database are the oracle.
 */
public final class WritingCalls {

    private static final String OPERATIONS = "/api/operations/";

    /** Calls that act on the whole of a service, topics and read models: tests of their own repeat them under one key. */
    private static final Map<String, String> SHOWN_BY = Map.of(
            "POST /api/organisation/setup", "plan-service/src/test/java/vn/dondoc/plan/setup/FirstRunTest.java",
            "POST /api/operations/{service}/generation", "platform-tests/src/test/java/vn/dondoc/testing/sample/GenerationTest.java",
            "POST /api/operations/reporting-service/rebuild", "reporting-service/src/test/java/vn/dondoc/reporting/rebuild/RebuildTest.java",
            "POST /api/operations/reporting-service/recount", "reporting-service/src/test/java/vn/dondoc/reporting/recount/RecountTest.java");

    private static final int WRITERS = 16;
    /** Lost a race, or waited too long for its turn. */
    private static final Set<Integer> MAY_BE_SENT_AGAIN = Set.of(409, 503);
    private static final String HISTORY = "history";

    private final String origin;
    private final MongoTemplate mongo;
    private final Map<String, WritingCall> calls;
    private final Set<String> byItself;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param origin of the running service, {@code http://127.0.0.1:8081} */
    public WritingCalls(String origin, MongoTemplate mongo, List<WritingCall> calls) {
        this(origin, mongo, calls, Set.of());
    }

    /**
     * The same for a service that goes on by itself after a call.
     *
     * @param byItself types of the entries that it writes then: they are not counted, but their sequences are looked at
     */
    public WritingCalls(String origin, MongoTemplate mongo, List<WritingCall> calls, Set<String> byItself) {
        this.byItself = byItself;
        this.origin = origin;
        this.mongo = mongo;
        this.calls = calls.stream().collect(Collectors.toMap(WritingCall::name, Function.identity()));
    }

    /**
     * The writing calls that are described for a service, those of its operators included, but for those that a test of their own shows.
     *
     * @param tag plan, task, reporting or notification
     * @throws AssertionError when such a test is not there
     */
    public static Set<String> describedFor(String tag) {
        var described = new TreeSet<>(DescribedCalls.of(tag));
        DescribedCalls.of("operations").stream()
                .filter(name -> name.contains(OPERATIONS + "{service}/") || name.contains(OPERATIONS + tag + "-service/"))
                .forEach(described::add);
        described.removeIf(name -> name.startsWith("GET ") || isShownElsewhere(name));
        return described;
    }

    private static boolean isShownElsewhere(String name) {
        var test = SHOWN_BY.get(name);
        check(test == null || Files.isRegularFile(LocalParts.root().resolve(test)), name + " is to be shown by " + test + ", which is not there");
        return test != null;
    }

    /** @throws AssertionError for a call that is described and shown by nobody, or shown and not described */
    public void areAllOf(String tag) {
        check(describedFor(tag).equals(calls.keySet()), "Described: " + describedFor(tag) + ", shown: " + new TreeSet<>(calls.keySet()));
    }

    /** The same key and body again: the same answer, and nothing new in any history. */
    public void repeatedItIsDoneOnce(String name) {
        var ready = call(name).ready().get();
        var key = key();
        var first = send(name, ready, ready.body(), key, ready.version());
        succeeded(name, first);
        var entries = entries();
        var again = send(name, ready, ready.body(), key, ready.version());
        check(again.statusCode() == first.statusCode(), name + " answered " + first.statusCode() + ", then " + again.statusCode() + ": " + again.body());
        check(call(name).kind() == Kind.NOTHING_NEW_AGAIN || tree(again).equals(tree(first)), name + " answered otherwise: " + first.body() + " then " + again.body());
        check(entries() == entries, name + " left " + (entries() - entries) + " entries more when it was repeated");
        checkSequences(name);
    }

    /** The same key with another body is refused, and changes nothing. */
    public void aKeyIsNotUsedForAnotherBody(String name) {
        var ready = call(name).ready().get();
        if (ready.other() == null || !call(name).kind().usesKeys()) {
            return;
        }
        var key = key();
        succeeded(name, send(name, ready, ready.body(), key, ready.version()));
        var entries = entries();
        refused(name, send(name, ready, ready.other(), key, ready.version()), 422, "IDEMPOTENCY_KEY_REUSED");
        check(entries() == entries, name + " changed something although its key was used before");
    }

    /** A version that is not the present one is refused; so is none where one is required. */
    public void aVersionIsGuarded(String name) {
        if (!call(name).kind().usesVersions()) {
            return;
        }
        var ready = call(name).ready().get();
        var entries = entries();
        refused(name, send(name, ready, ready.body(), key(), 999_999L), 412, "VERSION_CHANGED");
        if (ready.version() != null) {
            refused(name, send(name, ready, ready.body(), key(), null), 428, "PRECONDITION_REQUIRED");
        }
        check(entries() == entries, name + " changed something for a version that is not there");
    }

    /** Sixteen at once with one key: done once, and every one that is answered with success is answered alike. */
    public void sixteenWithOneKeyAreOne(String name) {
        var single = call(name).ready().get();
        var made = entries();
        succeeded(name, send(name, single, single.body(), key(), single.version()));
        var written = entries() - made;
        var ready = call(name).ready().get();
        var start = entries();
        var key = key();
        var answers = atOnce(_ -> send(name, ready, ready.body(), key, ready.version()));
        var good = answers.stream().filter(answer -> answer.statusCode() / 100 == 2).toList();
        var alike = call(name).kind() == Kind.NOTHING_NEW_AGAIN || good.stream().map(this::tree).distinct().count() == 1;
        check(!good.isEmpty() && alike, name + " answered differently: " + bodies(answers));
        check(answers.stream().allMatch(answer -> answer.statusCode() / 100 == 2 || MAY_BE_SENT_AGAIN.contains(answer.statusCode())), name + ": " + bodies(answers));
        check(entries() - start == written, name + " wrote " + (entries() - start) + " entries instead of " + written);
        checkSequences(name);
    }

    /** Sixteen at once, each with a key of its own: what was acknowledged is in the histories, once, and no sequence has a gap. */
    public void sixteenWithKeysOfTheirOwnLoseNothing(String name) {
        var ready = call(name).ready().get();
        var start = entries();
        var answers = atOnce(_ -> send(name, ready, ready.body(), key(), ready.version()));
        var good = answers.stream().filter(answer -> answer.statusCode() / 100 == 2).count();
        check(good >= 1, name + ": " + bodies(answers));
        if (call(name).kind() == Kind.APPENDS) {
            check(good == WRITERS && entries() - start >= WRITERS, name + " acknowledged " + good + " and wrote " + (entries() - start));
        }
        checkSequences(name);
    }

    /** Of every aggregate, archived entries included where there are any: 1, 2, 3 … up to its version. */
    private void checkSequences(String name) {
        histories().forEach(aggregate -> {
            var sequences = aggregate.getList(HISTORY, Document.class).stream().map(entry -> entry.get("sequence", Number.class).longValue()).toList();
            var expected = IntStream.rangeClosed(1, sequences.size()).mapToObj(Long::valueOf).toList();
            check(sequences.equals(expected) && aggregate.get("version", Number.class).longValue() == sequences.size(),
                    name + " left a gap in " + aggregate.get("_id") + ": " + sequences);
        });
    }

    private long entries() {
        return histories().stream().flatMap(aggregate -> aggregate.getList(HISTORY, Document.class).stream())
                .filter(entry -> !byItself.contains(entry.getString("type"))).count();
    }

    private List<Document> histories() {
        var found = new ArrayList<Document>();
        for (var collection : new HashSet<>(mongo.getCollectionNames())) {
            mongo.getCollection(collection).find(new Document(HISTORY + ".0", new Document("$exists", true)))
                    .projection(new Document(HISTORY + ".sequence", 1).append(HISTORY + ".type", 1).append("version", 1)).into(found);
        }
        return found;
    }

    private WritingCall call(String name) {
        var call = calls.get(name);
        if (call == null) {
            throw new AssertionError(name + " is described, but nobody shows that it can be repeated");
        }
        return call;
    }

    private List<HttpResponse<String>> atOnce(Function<Integer, HttpResponse<String>> send) {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, WRITERS).<Callable<HttpResponse<String>>>mapToObj(i -> () -> send.apply(i)).toList();
            var answers = new ArrayList<HttpResponse<String>>();
            for (var answer : writers.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private HttpResponse<String> send(String name, Ready ready, WritingCall.@Nullable Content body, String key, @Nullable Long version) {
        var method = name.substring(0, name.indexOf(' '));
        var request = HttpRequest.newBuilder(URI.create(origin + ready.path()))
                .header("Authorization", "Bearer " + ready.token())
                .header("Idempotency-Key", key)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        if (body != null) {
            request.header("Content-Type", body.type());
        }
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** What was answered; without the version where the service goes on by itself, since that counts what it writes then too. */
    private Object tree(HttpResponse<String> answer) {
        var tree = answer.body().isEmpty() ? null : EventJson.mapper().readTree(answer.body());
        if (!byItself.isEmpty() && tree instanceof ObjectNode object) {
            object.remove("version");
        }
        return tree == null ? "" : tree;
    }

    private static List<String> bodies(List<HttpResponse<String>> answers) {
        return answers.stream().map(answer -> answer.statusCode() + " " + answer.body()).distinct().toList();
    }

    private static void succeeded(String name, HttpResponse<String> answer) {
        check(answer.statusCode() / 100 == 2, name + " failed: " + answer.statusCode() + " " + answer.body());
    }

    private static void refused(String name, HttpResponse<String> answer, int status, String code) {
        check(answer.statusCode() == status && answer.body().contains("\"" + code + "\""),
                name + " was to answer " + status + " " + code + " but: " + answer.statusCode() + " " + answer.body());
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
