package vn.dondoc.acceptance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionTimeoutException;
import vn.dondoc.contracts.event.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Waits until nothing is on its way any more, then compares everything with everything. */
final class Oracle {

    private static final Duration QUIET = Duration.ofMinutes(3);
    static final Map<String, List<Topic>> GROUPS = Map.of(
            "task-service", List.of(Topic.PLAN),
            "task-service-organisation", List.of(Topic.ORGANISATION_EVENT),
            "task-service-parts", List.of(Topic.TASK),
            "reporting-service", List.of(Topic.PLAN),
            "reporting-service-organisation", List.of(Topic.ORGANISATION_EVENT),
            "reporting-service-tasks", List.of(Topic.TASK),
            "reporting-service-reports", List.of(Topic.REPORT),
            "notification-service", List.of(Topic.PLAN, Topic.TASK, Topic.REPORT));

    private final Landscape landscape;

    private Oracle(Landscape landscape) {
        this.landscape = landscape;
    }

    /** Prints one line, and fails where anything is wrong. Letters go on being tried, so one look at a clean moment counts. */
    static Verdict judge(Landscape landscape, long seed, String after) {
        var oracle = new Oracle(landscape);
        var last = new AtomicReference<Verdict>();
        try {
            await().atMost(QUIET).pollInterval(Duration.ofMillis(500)).until(() -> {
                var idle = oracle.idle();
                last.set(oracle.verdict());
                return idle && last.get().clean() && oracle.idle();
            });
        } catch (ConditionTimeoutException unclean) {
            System.out.println("After " + after + " it did not become quiet: " + unclean.getMessage());
        }
        var verdict = last.get();
        System.out.println(verdict.line(seed) + " (" + after + ")");
        assertThat(verdict.problems()).as("after %s, seed %d", after, seed).isEmpty();
        assertThat(oracle.behind()).as("all consumers have come to the end of their topics").isEmpty();
        return verdict;
    }

    /** What a recount finds once the consumers have come to the end; nothing where all is equal. */
    static List<String> differences(Landscape landscape) {
        var oracle = new Oracle(landscape);
        var last = new AtomicReference<List<String>>(List.of());
        try {
            await().atMost(QUIET.dividedBy(2)).pollInterval(Duration.ofMillis(500)).until(() -> {
                var idle = oracle.idle();
                last.set(new Recounted(Books.of(landscape)).differences(landscape.database(Landscape.REPORTING)));
                return idle && last.get().isEmpty();
            });
        } catch (ConditionTimeoutException different) {
            return last.get();
        }
        return List.of();
    }

    private Verdict verdict() {
        var books = Books.of(landscape);
        var verdict = new Verdict();
        commands(books, verdict);
        relayed(books, verdict);
        verdict.others.addAll(new Recounted(books).differences(landscape.database(Landscape.REPORTING)));
        new Reminded(landscape, books).judge(verdict);
        deadLetters(verdict);
        return verdict;
    }

    /** Every acknowledged command is in one history once; one that nobody was answered, at most once. */
    private void commands(Books books, Verdict verdict) {
        var byKey = new HashMap<String, List<String>>();
        books.histories().forEach((subject, entries) -> entries.stream().filter(entry -> entry.key() != null).forEach(entry ->
                byKey.computeIfAbsent(entry.key() + " " + entry.type(), _ -> new ArrayList<>()).add(subject)));
        for (var commands : landscape.commands) {
            verdict.others.addAll(commands.strange());
            verdict.acknowledged += commands.acknowledged().size();
            for (var sent : commands.acknowledged()) {
                var found = byKey.getOrDefault(sent.hash() + " " + sent.type(), List.of());
                if (found.isEmpty() && !(sent.type().equals("TaskAcknowledged") && opened(books, sent))) {
                    verdict.lost.add(sent.toString());
                }
            }
            for (var sent : both(commands)) {
                if (byKey.getOrDefault(sent.hash() + " " + sent.type(), List.of()).size() > 1) {
                    verdict.doubled.add(sent.toString());
                }
            }
        }
    }

    private static List<Commands.Sent> both(Commands commands) {
        var all = new ArrayList<>(commands.acknowledged());
        all.addAll(commands.unanswered());
        return all;
    }

    /** Opening what is open already changes nothing. */
    private static boolean opened(Books books, Commands.Sent sent) {
        return books.histories().getOrDefault(sent.subject(), List.of()).stream()
                .filter(entry -> entry.type().equals("TaskAcknowledged")).count() == 1;
    }

    /** The first occurrences in the topics are the histories: all of them, in sequence, and nothing else. */
    private static void relayed(Books books, Verdict verdict) {
        var seen = new HashSet<String>();
        var first = new LinkedHashMap<String, List<String>>();
        for (var told : books.topics()) {
            if (seen.add(told.id())) {
                first.computeIfAbsent(told.subject(), _ -> new ArrayList<>()).add(told.sequence() + " " + told.type());
            }
        }
        books.histories().forEach((subject, entries) -> {
            var events = entries.stream().filter(Books.Entry::isEvent).map(entry -> entry.sequence() + " " + entry.type()).toList();
            var relayed = first.getOrDefault(subject, List.of());
            if (!events.equals(relayed)) {
                var missing = new ArrayList<>(events);
                missing.removeAll(relayed);
                (missing.isEmpty() ? verdict.others : verdict.lost).add(
                        subject + " has the events " + events + ", and the topic " + relayed + "; missing " + missing);
            }
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).sequence() != i + 1) {
                    verdict.others.add(subject + " has a gap before " + entries.get(i));
                }
            }
        });
        first.keySet().stream().filter(subject -> !books.histories().containsKey(subject))
                .forEach(subject -> verdict.others.add("The topic tells of " + subject + ", and no history does"));
    }

    private void deadLetters(Verdict verdict) {
        for (var group : GROUPS.keySet()) {
            landscape.topics.read(Topic.deadLetters(group), letter -> !landscape.broken.contains(letter.subject()))
                    .forEach(letter -> verdict.others.add("dead letter of " + group + ": " + letter.type() + " " + letter.subject()));
        }
    }

    /** Every group has committed the end of its topics. */
    boolean idle() {
        return behind().isEmpty();
    }

    /** What has not been committed yet, as "group topic-partition: committed of end". */
    private List<String> behind() {
        return GROUPS.entrySet().stream().flatMap(group -> group.getValue().stream().flatMap(topic -> behind(group.getKey(), topic).stream())).toList();
    }

    private List<String> behind(String group, Topic topic) {
        var partitions = partitions(topic);
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", landscape.broker.bootstrapServers()))) {
            var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            var wanted = new HashMap<TopicPartition, OffsetSpec>();
            partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
            var behind = new ArrayList<String>();
            for (var end : admin.listOffsets(wanted).all().get().entrySet()) {
                var at = committed.get(end.getKey());
                var offset = at == null ? 0 : at.offset();
                if (offset < end.getValue().offset()) {
                    behind.add("%s %s: %d of %d".formatted(group, end.getKey(), offset, end.getValue().offset()));
                }
            }
            return behind;
        } catch (ExecutionException away) {
            throw new IllegalStateException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static Set<TopicPartition> partitions(Topic topic) {
        var partitions = new HashSet<TopicPartition>();
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            partitions.add(new TopicPartition(topic.topicName(), partition));
        }
        return partitions;
    }
}
