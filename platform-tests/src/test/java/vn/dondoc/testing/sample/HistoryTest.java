package vn.dondoc.testing.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;

/** State, history and events of one aggregate. */
class HistoryTest extends SampleTest {

    @Test
    void a_command_becomes_state_history_and_an_event() {
        var id = sample.started("Làm đường");
        sample.step(id);

        var history = sample.jobs.history(id);
        assertThat(history).extracting(told -> told.entry().type()).containsExactly("TaskAssigned", "ProgressRecorded", "Noted");
        assertThat(history).extracting(told -> told.entry().sequence()).containsExactly(1L, 2L, 3L);
        assertThat(history.getFirst().text()).isEqualTo("lời của người");
        var seen = sample.awaitEvents(id, 2);
        assertThat(seen).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "ProgressRecorded");
        assertThat(seen).extracting(TestTopics.Seen::key).containsOnly(SampleService.COMMUNE.value());
        var event = seen.getLast().as(TaskEvent.ProgressRecorded.class);
        assertThat(event.task().order()).isEqualTo(1);
        assertThat(event.task().budgetVnd()).isEqualTo(5_000_000_000L);
        assertThat(sample.jobs.find(id).orElseThrow().state().due()).isEqualTo(event.task().due());
        assertThat(new String(seen.getFirst().data(), java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("lời của người");
    }

    @Test
    void whoever_reads_the_history_along_is_told_what_a_change_added() {
        var id = sample.started("Đọc kèm");
        sample.step(id);
        var telling = sample.jobs.withHistories();

        var done = telling.change(id, Act.bySystem("test", Instant.now()), Job::step).orProblem();
        var told = telling.history(done);
        assertThat(told).usingRecursiveComparison().ignoringFields("entry.data").isEqualTo(sample.jobs.history(id));
        assertThat(told).extracting(one -> one.entry().sequence()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(told.getLast().entry().data()).isEqualTo(Map.of("steps", 2));
        assertThat(told.getFirst().text()).isEqualTo("lời của người");
        assertThat(sample.jobs.history(sample.jobs.find(id).orElseThrow())).hasSize(5);
    }

    @Test
    void sixteen_writers_on_one_aggregate_lose_nothing() throws Exception {
        var id = sample.started("Nhiều người");
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 16).<Callable<Boolean>>mapToObj(_ -> () -> {
                for (int i = 0; i < 5; i++) {
                    sample.step(id);
                }
                return true;
            }).toList();
            for (var done : writers.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(sample.jobs.find(id).orElseThrow().state().steps()).isEqualTo(80);
        var seen = sample.awaitEvents(id, 81);
        assertThat(seen).extracting(TestTopics.Seen::sequence).isSorted();
    }

    @Test
    void the_same_key_does_it_once_and_another_body_is_refused() {
        var id = sample.started("Một lần");
        var first = sample.jobs.change(id, SampleService.act("key-1", "a"), Job::step);
        var again = sample.jobs.change(id, SampleService.act("key-1", "a"), Job::step);
        var other = sample.jobs.change(id, SampleService.act("key-1", "b"), Job::step);

        assertThat(first).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.repeated()).isFalse());
        assertThat(again).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
        assertThat(other).isInstanceOf(Outcome.KeyReused.class);
        assertThat(sample.jobs.find(id).orElseThrow().state().steps()).isEqualTo(1);
    }

    @Test
    void another_version_than_the_expected_is_not_changed() {
        var id = sample.started("Phiên bản");
        sample.step(id);
        var outcome = sample.jobs.change(id, SampleService.act(null, null), 1L, new org.springframework.data.mongodb.core.query.Criteria[0], Job::step);
        assertThat(outcome).isInstanceOf(Outcome.VersionChanged.class);
    }

    @Test
    void what_a_newer_version_stored_beside_stays_and_what_is_empty_now_goes() {
        var id = sample.started("Hai phiên bản");
        var jobs = sample.mongo.getCollection("jobs");
        jobs.updateOne(new Document("_id", id), new Document("$set", new Document("ofANewerVersion", new Document("since", "2027"))));
        sample.jobs.change(id, SampleService.act(null, null), job -> Decision.accept(
                new Job(id, job.province(), job.commune(), null, job.steps(), job.due()), Fact.internal("Noted", job.commune(), Map.of())));

        var stored = jobs.find(new Document("_id", id)).first();
        assertThat(stored).containsEntry("ofANewerVersion", new Document("since", "2027")).doesNotContainKey("title");
        assertThat(sample.jobs.find(id).orElseThrow().state().title()).isNull();
    }

    @Test
    void a_long_history_is_archived_and_still_whole() {
        var id = sample.started("Lịch sử dài");
        for (int i = 0; i < 250; i++) {
            sample.step(id);
        }
        sample.awaitEvents(id, 251);

        sample.archivist.round(Duration.ZERO);
        sample.step(id);

        assertThat(sample.mongo.getCollection("jobs").find(new Document("_id", id)).first().getList("history", Document.class)).hasSize(102);
        assertThat(sample.jobs.history(id)).extracting(told -> told.entry().sequence())
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 503).boxed().toList());
        assertThat(sample.jobs.history(id).getFirst().text()).isEqualTo("lời của người");
        var seen = sample.awaitEvents(id, 252);
        assertThat(seen).extracting(TestTopics.Seen::sequence).doesNotHaveDuplicates().isSorted();
    }
}
