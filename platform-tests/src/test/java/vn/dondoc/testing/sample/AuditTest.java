package vn.dondoc.testing.sample;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Operations.BrokenEntry;
import vn.dondoc.contracts.api.Operations.Verification;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.audit.Anchors;
import vn.dondoc.platform.history.Chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever is done to histories, archive and anchors behind the back of the service is named. */
class AuditTest extends SampleTest {

    private static LocalDate day = LocalDate.of(2031, 1, 1);

    @BeforeEach
    void todayIsAnchored() {
        await().atMost(SampleService.LIMIT).until(() -> sample.mongo.getCollection("anchors").countDocuments() > 0);
    }

    @Test
    void what_nobody_touched_is_whole_however_it_was_written() throws Exception {
        var stepped = stepped(3);
        var many = sample.startedAll(30);
        sample.stepAll(many);
        var contended = sample.started("Nhiều người");
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : writers.invokeAll(IntStream.range(0, 8).<Callable<Boolean>>mapToObj(_ -> () -> {
                sample.step(contended);
                return true;
            }).toList())) {
                assertThat(done.get()).isTrue();
            }
        }
        sample.step(many.getFirst());
        anchor();
        sample.step(stepped);

        assertThat(broken(stepped)).isEmpty();
        assertThat(broken(contended)).isEmpty();
        assertThat(many).allSatisfy(id -> assertThat(broken(id)).isEmpty());
        var verified = verification();
        assertThat(verified.service()).isEqualTo("sample-service");
        assertThat(verified.aggregates()).isGreaterThanOrEqualTo(32);
        assertThat(verified.entries()).isGreaterThanOrEqualTo(7 + 30 * 3 + 17);
        assertThat(Objects.requireNonNull(verified.newest()).day()).isEqualTo(day);
    }

    @Test
    void an_entry_that_was_changed_is_named() {
        var id = stepped(3);
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", id), Updates.set("history.2.data.steps", 7));
        assertThat(broken(id)).containsExactly(entry("entry-changed", id, 3));
        var other = stepped(3);
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", other), Updates.set("history.4.person", "nguoi-khac"));
        assertThat(broken(other)).containsExactly(entry("entry-changed", other, 5));
    }

    @Test
    void an_entry_that_was_removed_put_in_or_moved_is_named() {
        var removed = stepped(3);
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", removed), Updates.pull("history", Filters.eq("sequence", 3)));
        assertThat(broken(removed)).containsExactly(entry("entry-missing", removed, 3));
        var put = stepped(3);
        changeHistory(put, entries -> entries.add(2, new Document(entries.get(1)).append("id", "put-in")));
        assertThat(broken(put)).containsExactly(entry("entry-added", put, 3));
        var moved = stepped(3);
        changeHistory(moved, entries -> Collections.swap(entries, 1, 4));
        assertThat(broken(moved)).containsExactly(entry("entry-missing", moved, 2));
    }

    @Test
    void an_end_that_was_cut_off_is_named_though_all_else_was_made_to_fit() {
        var id = stepped(3);
        anchor();
        assertThat(broken(id)).isEmpty();
        changeHistory(id, entries -> entries.subList(5, entries.size()).clear());
        assertThat(broken(id)).containsExactly(entry("end-missing", id, 6));
        makeToFit(id);
        assertThat(broken(id)).containsExactly(entry("end-missing", id, 6));
    }

    @Test
    void a_history_that_was_written_anew_with_all_its_hashes_differs_from_the_anchor() {
        var id = stepped(3);
        anchor();
        changeHistory(id, entries -> {
            entries.get(1).put("at", new Date(0));
            linkAnew(id, entries);
        });
        makeToFit(id);
        assertThat(broken(id)).containsExactly(entry("anchor-differs", id, 7));
    }

    @Test
    void an_entry_that_was_added_with_a_date_of_the_past_is_named() {
        var id = stepped(1);
        anchor();
        changeHistory(id, entries -> {
            var past = Date.from(Instant.now().minus(Duration.ofDays(3)));
            entries.add(new Document(entries.getLast()).append("id", "added").append("sequence", 4L).append("at", past).append("writtenAt", past));
            linkAnew(id, entries);
        });
        makeToFit(id);
        assertThat(broken(id)).containsExactly(entry("entry-not-anchored", id, 4));
    }

    @Test
    void a_text_that_was_changed_is_named_and_one_that_was_erased_is_not() {
        var id = stepped(1);
        var text = "texts." + stored(id).getList("history", Document.class).getFirst().getString("id");
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", id), Updates.set(text, "lời của người khác"));
        assertThat(broken(id)).containsExactly(entry("text-changed", id, 1));
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", id), Updates.combine(Updates.unset(text), Updates.unset(text.replace("texts", "textSalts"))));
        assertThat(broken(id)).isEmpty();
        var silent = stored(id).getList("history", Document.class).getLast().getString("id");
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", id), Updates.set("texts." + silent, "lời thêm vào"));
        assertThat(broken(id)).containsExactly(entry("text-changed", id, 3));
    }

    @Test
    void an_aggregate_that_is_gone_is_named() {
        var id = stepped(1);
        anchor();
        sample.mongo.getCollection("jobs").deleteOne(Filters.eq("_id", id));
        assertThat(broken(id)).containsExactly(entry("aggregate-missing", id, 1));
    }

    @Test
    void the_archive_is_walked_like_the_history() {
        var id = stepped(250);
        sample.archivist.round(Duration.ZERO);
        sample.step(id);
        anchor();
        assertThat(broken(id)).isEmpty();
        var archive = sample.mongo.getCollection("history_archive");
        var archived = Filters.and(Filters.eq("aggregate", id), Filters.eq("sequence", 42L));
        var kept = Objects.requireNonNull(archive.find(archived).first());

        archive.updateOne(archived, Updates.set("entry.data.steps", 1));
        assertThat(broken(id)).containsExactly(entry("entry-changed", id, 42));
        archive.deleteOne(archived);
        assertThat(broken(id)).containsExactly(entry("entry-missing", id, 42));
        archive.insertOne(kept);
        assertThat(broken(id)).isEmpty();
        archive.insertOne(new Document(kept).append("_id", "put-in"));
        assertThat(broken(id)).containsExactly(entry("entry-added", id, 43));
        archive.deleteOne(Filters.eq("_id", "put-in"));
        archive.deleteMany(Filters.and(Filters.eq("aggregate", id), Filters.gt("sequence", 390L)));
        assertThat(broken(id)).containsExactly(entry("entry-missing", id, 391));
    }

    @Test
    void anchors_and_the_heads_they_stand_for_are_guarded_too() {
        stepped(1);
        anchor();
        var anchors = sample.mongo.getCollection("anchors");
        var mine = Filters.eq("_id", day.toString());
        var kept = Objects.requireNonNull(anchors.find(mine).first());
        var name = "anchors/" + day;

        anchors.updateOne(mine, Updates.set("heads", 1_000_000L));
        assertThat(all("anchors/")).contains(new BrokenEntry("anchor-changed", name, 0));
        anchors.deleteOne(mine);
        anchors.insertOne(kept);
        assertThat(all(name)).isEmpty();
        var heads = sample.mongo.getCollection("anchored_heads");
        var head = Objects.requireNonNull(heads.find(Filters.eq("seal", kept.get("seal"))).first());
        heads.deleteOne(Filters.eq("_id", head.get("_id")));
        assertThat(all(name)).containsExactly(new BrokenEntry("heads-changed", name, 0));
        heads.insertOne(head);
        assertThat(all(name)).isEmpty();
        stepped(1);
        anchor();
        anchors.deleteOne(mine);
        assertThat(all("anchors/")).containsExactly(new BrokenEntry("anchor-changed", "anchors/" + day, 0));
        anchors.insertOne(kept);
    }

    @Test
    void entries_from_before_the_chain_are_its_named_beginning_and_anchored_by_the_first_anchor() {
        var old = stepped(2);
        var grown = stepped(2);
        List.of(old, grown).forEach(this::withoutHashes);
        sample.step(grown);
        sample.mongo.getCollection("anchors").deleteMany(new Document());
        sample.mongo.getCollection("anchored_heads").deleteMany(new Document());
        anchor();

        assertThat(verification().unchained()).isGreaterThanOrEqualTo(10);
        assertThat(broken(old)).isEmpty();
        assertThat(broken(grown)).isEmpty();
        sample.step(old);
        assertThat(broken(old)).isEmpty();
        sample.mongo.getCollection("jobs").updateMany(Filters.in("_id", old, grown), Updates.set("history.1.data.steps", 7));
        assertThat(broken(old)).containsExactly(entry("anchor-differs", old, 5));
        assertThat(broken(grown)).containsExactly(entry("anchor-differs", grown, 5));
        var stripped = stepped(2);
        anchor();
        withoutHashes(stripped);
        assertThat(broken(stripped)).as("what it says is still what was anchored").isEmpty();
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", stripped), Updates.set("history.1.data.steps", 7));
        assertThat(broken(stripped)).containsExactly(entry("anchor-differs", stripped, 5));
    }

    @Test
    void two_that_anchor_the_same_day_make_one_anchor() throws Exception {
        sample.startedAll(200);
        day = day.plusDays(1);
        var anchors = sample.context.getBean(Anchors.class);
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = 0;
            for (var one : instances.invokeAll(Collections.<Callable<Boolean>>nCopies(4, () -> anchors.anchor(day)))) {
                made += one.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
        assertThat(all("anchors/" + day)).isEmpty();
        var seals = sample.mongo.getCollection("anchored_heads").distinct("seal", Filters.regex("seal", "^" + day), String.class).into(new ArrayList<>());
        assertThat(seals).hasSize(1);
    }

    @Test
    void only_administrators_of_the_province_have_histories_verified() {
        for (var path : List.of("verification", "anchors")) {
            sample.get("/api/operations/sample-service/" + path, province.token("so", Role.PROVINCE_STANDING)).expectStatus().isForbidden();
            sample.get("/api/operations/sample-service/" + path, province.token("xa1.vhxh", Role.COMMUNE_STANDING)).expectStatus().isForbidden();
        }
        anchor();
        sample.get("/api/operations/sample-service/anchors?after=" + day.minusDays(1), admin).expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1)
                .jsonPath("$.items[0].day").isEqualTo(day.toString())
                .jsonPath("$.items[0].hash").value(String.class, hash -> assertThat(hash).hasSize(64));
        sample.get("/api/operations/sample-service/anchors?limit=0", admin).expectStatus().isBadRequest();
    }

    private String stepped(int steps) {
        var id = sample.started("Dấu vết");
        for (int i = 0; i < steps; i++) {
            sample.step(id);
        }
        return id;
    }

    private void anchor() {
        day = day.plusDays(1);
        assertThat(sample.context.getBean(Anchors.class).anchor(day)).isTrue();
    }

    private Verification verification() {
        return Objects.requireNonNull(sample.get("/api/operations/sample-service/verification", admin).expectStatus().isOk()
                .expectBody(Verification.class).returnResult().getResponseBody());
    }

    private List<BrokenEntry> broken(String id) {
        return all("jobs/" + id);
    }

    private List<BrokenEntry> all(String subject) {
        return verification().first().stream().filter(one -> one.subject().startsWith(subject)).toList();
    }

    private static BrokenEntry entry(String kind, String id, long sequence) {
        return new BrokenEntry(kind, "jobs/" + id, sequence);
    }

    private void changeHistory(String id, Consumer<List<Document>> change) {
        var entries = new ArrayList<>(stored(id).getList("history", Document.class));
        change.accept(entries);
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", id), Updates.set("history", entries));
    }

    /** What somebody with the keys of the database would do: every hash anew. */
    private void linkAnew(String id, List<Document> entries) {
        var registry = sample.mongo.getDb().getCodecRegistry();
        var previous = Chain.beginning();
        for (var one : entries) {
            previous = Chain.link(previous, "jobs", id, one.toBsonDocument(BsonDocument.class, registry));
            one.append(Chain.HASH, new Binary(previous));
        }
    }

    private void makeToFit(String id) {
        var last = stored(id).getList("history", Document.class).getLast();
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", id),
                Updates.combine(Updates.set("version", last.get("sequence")), Updates.set(Chain.HEAD, last.get(Chain.HASH))));
    }

    private void withoutHashes(String id) {
        changeHistory(id, entries -> entries.forEach(one -> one.remove(Chain.HASH)));
        sample.mongo.getCollection("jobs").updateOne(Filters.eq("_id", id), Updates.unset(Chain.HEAD));
    }

    private Document stored(String id) {
        return Objects.requireNonNull(sample.mongo.getCollection("jobs").find(Filters.eq("_id", id)).first());
    }
}
