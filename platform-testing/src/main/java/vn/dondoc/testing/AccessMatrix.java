package vn.dondoc.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.platform.access.Place;
import vn.dondoc.testing.AccessProbe.RefusedOnly;
import vn.dondoc.testing.AccessProbe.Sent;
import vn.dondoc.testing.Seats.Seat;

/**
 * Every call of a service, made in every role on what lies in every place, without a token, with one that has expired and by somebody whose position
 * was given to another; each answer is compared with what the rules declare. The rules come from the handlers, so that none can be left out.
 */
public final class AccessMatrix {

    private static final int MOST_SHOWN = 40;
    private static final int AT_ONCE = 4;
    /** Who may has come too late: somebody before did it already. */
    private static final int DONE_BEFORE = 409;
    /** The service itself changed it between a look at its version and the call: whoever meets that looks again. */
    private static final int CHANGED_MEANWHILE = 412;
    private static final int LOOKS = 5;

    private final String origin;
    private final List<AccessRule> rules;
    private final Map<String, AccessProbe> probes;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param probes by the names of the calls, as {@code GET /api/tasks/{id}} */
    public AccessMatrix(String origin, RequestMappingHandlerMapping mapping, Map<String, AccessProbe> probes) {
        this.origin = origin;
        this.rules = AccessRule.of(mapping);
        this.probes = probes;
        var declared = new TreeSet<>(rules.stream().filter(rule -> !rule.isByAnotherProof() && !rule.isForServicesOnly()).map(AccessRule::call).toList());
        check(declared.equals(probes.keySet()), () -> "Calls " + declared + " but probes " + new TreeSet<>(probes.keySet()));
    }

    /** What was found: how many calls were made, and each that was answered otherwise than declared. */
    public record Found(int calls, List<String> differences) {

        /** @throws AssertionError when there is any difference, or hardly any call was made */
        public void isAsDeclared() {
            check(differences.isEmpty(), () -> differences.size() + " of " + calls + " calls are answered otherwise than declared:\n"
                    + String.join("\n", differences.stream().limit(MOST_SHOWN).toList()));
            check(calls > 0, () -> "No call was made");
        }
    }

    /** Those who are nobody here, services that no rule names among them: refused everywhere. */
    public Found strangers(Seats seats) {
        var found = new ArrayList<Found>();
        for (var rule : rules) {
            if (rule.isByAnotherProof()) {
                continue;
            }
            var anyone = seats.all().getFirst();
            var sent = firstOf(rule, anyone, seats);
            found.add(compared(rule, "nobody", null, sent, 401));
            found.add(compared(rule, "expired", seats.expired(), sent, 401));
            found.add(compared(rule, "revoked", TestIssuer.token(seats.formerHolder()), sent, 403));
            found.add(compared(rule, "a service that nobody names", TestIssuer.service("stranger"), sent, 403));
        }
        return sum(found);
    }

    /** Every role in every place. */
    public Found everybody(Seats seats) {
        return of(seats, seats.all(), new HashSet<>(rules));
    }

    /** The same without those calls. */
    public Found everybodyBut(Seats seats, Set<String> without) {
        return of(seats, seats.all(), new HashSet<>(rules.stream().filter(rule -> !without.contains(rule.call())).toList()));
    }

    /** Every role in every place, but of reading calls only: what was made before is looked at again. */
    public Found readers(Seats seats, List<Seat> who) {
        return of(seats, who, new HashSet<>(rules.stream().filter(rule -> rule.method().equals("GET")).toList()));
    }

    /**
     * Reads everything once more in every role, and looks for words and ids of where the role sees nothing: in lists, counts, searches, exports, files,
     * also in what is refused. Whoever is at home there reads the same calls, and has to find them.
     *
     * @param further calls that are not among the probes, such as searches for those very words
     */
    public Found nothingLeaks(Seats seats, List<String> further) {
        var paths = new TreeSet<>(further);
        for (var seat : seats.all()) {
            for (var rule : rules) {
                if (rule.method().equals("GET") && !rule.isByAnotherProof()) {
                    placesOf(rule).stream().map(place -> at(rule, seat, place, seats)).filter(java.util.Objects::nonNull).map(Sent::path).forEach(paths::add);
                }
            }
        }
        var found = atOnce(seats.all().stream().<Callable<Found>>map(seat -> () -> {
            var secrets = seats.secretsOf(seat);
            return sum(paths.stream().map(path -> leaking(path, seat, secrets)).toList());
        }).toList());
        for (var home : seats.atHome()) {
            var said = paths.stream().map(path -> said(path, home.token())).toList();
            check(said.stream().anyMatch(text -> text.contains(home.word())), () -> "Nothing could leak: " + home.word() + " is told to nobody");
        }
        return found;
    }

    private Found leaking(String path, Seat seat, Set<String> secrets) {
        var said = said(path, seat.token());
        return new Found(1, secrets.stream().filter(secret -> said.contains(secret) && !path.contains(secret))
                .map(secret -> path + " tells " + seat.name() + " of " + secret + ": " + around(said, secret)).toList());
    }

    private static String around(String said, String secret) {
        var at = said.indexOf(secret);
        return said.substring(Math.max(0, at - 80), Math.min(said.length(), at + 80));
    }

    private String said(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + token).GET().build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                return isEndless(answer) ? "" : Answered.text(content.readAllBytes());
            }
        } catch (IOException broken) {
            return broken.toString();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean isEndless(HttpResponse<InputStream> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    }

    private Found of(Seats seats, List<Seat> who, Set<AccessRule> some) {
        return atOnce(rules.stream().filter(rule -> some.contains(rule) && !rule.isByAnotherProof()).<Callable<Found>>map(rule -> () -> one(rule, seats, who)).toList());
    }

    private static Found atOnce(List<Callable<Found>> work) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var found = new ArrayList<Found>();
            for (var answer : workers.invokeAll(work)) {
                found.add(answer.get());
            }
            return sum(found);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private Found one(AccessRule rule, Seats seats, List<Seat> who) {
        var found = new ArrayList<Found>();
        var succeeded = false;
        var lets = false;
        for (var seat : who) {
            for (var place : placesOf(rule)) {
                var sent = at(rule, seat, place, seats);
                var expected = rule.expected(seat.rights(), place);
                if (sent == null || expected == 200 && probe(rule) instanceof RefusedOnly) {
                    continue;
                }
                var answer = send(rule, seat.token(), sent);
                succeeded |= answer.status() / 100 == 2;
                lets |= expected == 200;
                found.add(compared(rule, seat.name() + ", " + place, answer, expected));
            }
        }
        if (lets && !succeeded) {
            found.add(new Found(0, List.of(rule.call() + ": nobody who may has ever succeeded")));
        }
        return sum(found);
    }

    private static List<Place> placesOf(AccessRule rule) {
        return rule.reach().dependsOnPlace() && !rule.isForServicesOnly() ? Arrays.asList(Place.values()) : List.of(Place.OWN_UNIT);
    }

    private @Nullable Sent firstOf(AccessRule rule, Seat seat, Seats seats) {
        for (var place : Place.values()) {
            var sent = at(rule, seat, place, seats);
            if (sent != null) {
                return sent;
            }
        }
        throw new AssertionError(rule.call() + " can be made nowhere");
    }

    private @Nullable Sent at(AccessRule rule, Seat seat, Place place, Seats seats) {
        var spot = seats.spot(seat, place);
        return spot == null ? null : probe(rule).of(seat, place, spot);
    }

    private AccessProbe probe(AccessRule rule) {
        if (rule.isForServicesOnly()) {
            return AccessProbe.of(rule.anyPath());
        }
        var probe = probes.get(rule.call());
        if (probe == null) {
            throw new AssertionError("Nobody says how " + rule.call() + " is made");
        }
        return probe;
    }

    private Found compared(AccessRule rule, String who, @Nullable String token, @Nullable Sent sent, int expected) {
        return sent == null ? new Found(0, List.of()) : compared(rule, who, send(rule, token, sent), expected);
    }

    private static Found compared(AccessRule rule, String who, Answer answer, int expected) {
        var asDeclared = expected == 200 ? answer.status() / 100 == 2 || answer.status() == DONE_BEFORE : answer.status() == expected;
        return new Found(1, asDeclared ? List.of() : List.of(rule.call() + " by " + who + ": declared " + expected + ", was " + answer));
    }

    /** How a call was answered, and with which words where it was refused. */
    private record Answer(int status, String path, String words) {
        @Override
        public String toString() {
            return status + " for " + path + " " + words;
        }
    }

    private Answer send(AccessRule rule, @Nullable String token, Sent sent) {
        var answer = sendOnce(rule, token, sent);
        for (var look = 1; look < LOOKS && answer.status() == CHANGED_MEANWHILE && sent.version() != null; look++) {
            answer = sendOnce(rule, token, sent);
        }
        return answer;
    }

    private Answer sendOnce(AccessRule rule, @Nullable String token, Sent sent) {
        var body = sent.body();
        var request = HttpRequest.newBuilder(URI.create(origin + sent.path())).header("Idempotency-Key", UUID.randomUUID().toString())
                .method(rule.method(), body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", body.type());
        }
        var version = sent.version();
        if (version != null) {
            request.header("If-Match", "\"" + version.getAsLong() + "\"");
        }
        try {
            // A stream of changes never ends: what it begins with is enough
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                var words = isEndless(answer) ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(answer.statusCode(), sent.path(), answer.statusCode() / 100 == 2 ? "" : words);
            }
        } catch (IOException broken) {
            return new Answer(0, sent.path(), broken.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Found sum(List<Found> all) {
        return new Found(all.stream().mapToInt(Found::calls).sum(), all.stream().flatMap(one -> one.differences().stream()).toList());
    }

    private static void check(boolean holds, java.util.function.Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    /** The rules of this service as a table for the page of roles. */
    public String table() {
        return RolesTable.of(rules);
    }
}
