package vn.dondoc.testing.sample;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RealParts
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final UnitId COMMUNE = new UnitId("xa-thu");

    private final TestProvince province = new TestProvince("pf");
    private final TestTopics topics = new TestTopics();

    @Autowired Aggregates<Job> jobs;
    @Autowired MongoTemplate mongo;
    @Autowired vn.dondoc.platform.history.Archivist archivist;
    @Autowired SampleApplication.Heard heard;
    @LocalServerPort int port;

    RestTestClient http;

    @BeforeAll
    void provinceIsKnown() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk());
        province.publish(topics);
        var standing = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        await().atMost(LIMIT).untilAsserted(() -> get("/api/jobs", standing).expectStatus().isOk());
    }

    @BeforeEach
    void nobodyFails() {
        heard.failuresLeft = 0;
        heard.mended = false;
    }

    @Test
    void a_command_becomes_state_history_and_an_event() {
        var id = started("Làm đường");
        step(id, null);

        var history = jobs.history(id);
        assertThat(history).extracting(told -> told.entry().type()).containsExactly("TaskAssigned", "ProgressRecorded", "Noted");
        assertThat(history).extracting(told -> told.entry().sequence()).containsExactly(1L, 2L, 3L);
        assertThat(history.getFirst().text()).isEqualTo("lời của người");
        var seen = awaitEvents(id, 2);
        assertThat(seen).extracting(TestTopics.Seen::type).containsExactly("TaskAssigned", "ProgressRecorded");
        assertThat(seen).extracting(TestTopics.Seen::key).containsOnly(COMMUNE.value());
        var event = seen.getLast().as(TaskEvent.ProgressRecorded.class);
        assertThat(event.task().order()).isEqualTo(1);
        assertThat(event.task().budgetVnd()).isEqualTo(5_000_000_000L);
        assertThat(jobs.find(id).orElseThrow().state().due()).isEqualTo(event.task().due());
        assertThat(new String(seen.getFirst().data(), java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("lời của người");
    }

    @Test
    void sixteen_writers_on_one_aggregate_lose_nothing() throws Exception {
        var id = started("Nhiều người");
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 16).<Callable<Boolean>>mapToObj(_ -> () -> {
                for (int i = 0; i < 5; i++) {
                    step(id, null);
                }
                return true;
            }).toList();
            for (var done : writers.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(jobs.find(id).orElseThrow().state().steps()).isEqualTo(80);
        var seen = awaitEvents(id, 81);
        assertThat(seen).extracting(TestTopics.Seen::sequence).isSorted();
    }

    @Test
    void the_same_key_does_it_once_and_another_body_is_refused() {
        var id = started("Một lần");
        var first = jobs.change(id, act("key-1", "a"), Job::step);
        var again = jobs.change(id, act("key-1", "a"), Job::step);
        var other = jobs.change(id, act("key-1", "b"), Job::step);

        assertThat(first).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.repeated()).isFalse());
        assertThat(again).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
        assertThat(other).isInstanceOf(Outcome.KeyReused.class);
        assertThat(jobs.find(id).orElseThrow().state().steps()).isEqualTo(1);
    }

    @Test
    void another_version_than_the_expected_is_not_changed() {
        var id = started("Phiên bản");
        step(id, null);
        var outcome = jobs.change(id, act(null, null), 1L, new org.springframework.data.mongodb.core.query.Criteria[0], Job::step);
        assertThat(outcome).isInstanceOf(Outcome.VersionChanged.class);
    }

    @Test
    void a_lost_checkpoint_is_repaired_from_the_histories() {
        var id = started("Trước khi mất");
        awaitEvents(id, 1);
        mongo.getCollection("relay").deleteMany(new Document());
        step(id, null);
        var seen = awaitEvents(id, 2);
        assertThat(firstOccurrences(seen)).containsExactly(1L, 2L);
    }

    @Test
    void a_long_history_is_archived_and_still_whole() {
        var id = started("Lịch sử dài");
        for (int i = 0; i < 250; i++) {
            step(id, null);
        }
        awaitEvents(id, 251);

        archivist.round(Duration.ZERO);
        step(id, null);

        assertThat(mongo.getCollection("jobs").find(new Document("_id", id)).first().getList("history", Document.class)).hasSize(102);
        assertThat(jobs.history(id)).extracting(told -> told.entry().sequence())
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 503).boxed().toList());
        assertThat(jobs.history(id).getFirst().text()).isEqualTo("lời của người");
        var seen = awaitEvents(id, 252);
        assertThat(seen).extracting(TestTopics.Seen::sequence).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_broken_token_is_repaired_from_the_histories() {
        var id = started("Trước khi hỏng");
        awaitEvents(id, 1);
        mongo.getCollection("relay").updateOne(new Document(), Updates.combine(
                Updates.set("token", new Document("_data", "82DEADBEEF")), Updates.set("owner", "nobody"), Updates.inc("epoch", 1L),
                Updates.set("until", new java.util.Date(0))));
        step(id, null);
        var seen = awaitEvents(id, 2);
        assertThat(firstOccurrences(seen)).containsExactly(1L, 2L);
    }

    @Test
    void a_broken_record_goes_to_the_dead_letters_alone() {
        var key = "dl-" + UUID.randomUUID();
        publish(key, 1, "good before");
        topics.publish(Topic.TASK.topicName(), key, "TaskAssigned", "jobs/" + key, 2, Instant.EPOCH, "{not json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        publish(key, 3, "breaks a rule");
        topics.publish(Topic.TASK.topicName(), key, "TaskOfTheFuture", "jobs/" + key, 4, Instant.EPOCH, new byte[0]);
        publish(key, 5, "good after");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(heardOf(key)).containsExactly(1L, 5L));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(topics.read(Topic.deadLetters("sample-service"), seen -> seen.key().equals(key)))
                .extracting(TestTopics.Seen::sequence).containsExactlyInAnyOrder(2L, 3L));
    }

    @Test
    void a_dead_letter_is_listed_looked_into_replayed_and_discarded_by_the_administrator_only() {
        var key = "box-" + UUID.randomUUID();
        publish(key, 1, "breaks unless mended");
        var admin = province.token("tinh", Role.PROVINCE_ADMINISTRATOR);
        var letters = "/api/operations/sample-service/dead-letters";
        var id = new java.util.concurrent.atomic.AtomicReference<String>();
        await().atMost(LIMIT).untilAsserted(() -> {
            var page = java.util.Objects.requireNonNull(get(letters + "?status=open&limit=200", admin).expectStatus().isOk()
                    .expectBody(new org.springframework.core.ParameterizedTypeReference<vn.dondoc.contracts.api.Page<vn.dondoc.contracts.api.Operations.DeadLetter>>() {})
                    .returnResult().getResponseBody());
            var letter = page.items().stream().filter(one -> key.equals(one.key())).findFirst();
            assertThat(letter).isPresent();
            assertThat(letter.get().topic()).isEqualTo(Topic.TASK.topicName());
            assertThat(letter.get().error()).isEqualTo("BrokenEventException");
            id.set(letter.get().id());
        });
        get(letters + "/" + id.get(), admin).expectStatus().isOk().expectBody()
                .jsonPath("$.data").value(String.class, text -> assertThat(text).contains("breaks unless mended"))
                .jsonPath("$.headers[?(@.name=='ce_type')].value").isEqualTo("TaskAssigned");
        get(letters, province.token("xa1.vhxh", Role.COMMUNE_STANDING)).expectStatus().isForbidden();

        heard.mended = true;
        post(letters + "/" + id.get() + "/replay", admin).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("replayed");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(heardOf(key)).containsExactly(1L));
        post(letters + "/" + id.get() + "/discard", admin).expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("replayed");
        post(letters + "/nothing:0:0/replay", admin).expectStatus().isNotFound();
    }

    @Test
    void a_fault_of_the_infrastructure_is_tried_again_until_it_is_over() {
        var key = "inf-" + UUID.randomUUID();
        heard.failuresLeft = 6;
        publish(key, 1, "fails a while");
        publish(key, 2, "good after");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(new HashSet<>(heardOf(key))).containsExactlyInAnyOrder(1L, 2L));
        assertThat(topics.read(Topic.deadLetters("sample-service"), seen -> seen.key().equals(key))).isEmpty();
    }

    @Test
    void over_http_the_key_makes_a_creation_happen_once() {
        var token = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        var one = create(token, "http-key-1", "Một");
        var two = create(token, "http-key-1", "Một");
        assertThat(two.id()).isEqualTo(one.id());
        http.post().uri("/api/jobs").header("Authorization", "Bearer " + token).header("Idempotency-Key", "http-key-1")
                .contentType(MediaType.APPLICATION_JSON).body("{\"title\":\"Hai\"}").exchange()
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void nothing_crosses_communes_and_every_refusal_is_a_sentence() {
        var own = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        var other = province.token("xa2.vhxh", Role.COMMUNE_STANDING);
        var job = create(own, UUID.randomUUID().toString(), "Của xã 1");

        get("/api/jobs/" + job.id(), own).expectStatus().isOk();
        get("/api/jobs/" + job.id(), other).expectStatus().isNotFound()
                .expectBody().jsonPath("$.code").isEqualTo("NOT_FOUND").jsonPath("$.detail").value(String.class, text -> assertThat(text).contains("phạm vi"));
        get("/api/jobs/" + job.id(), province.token("xa1.kinhte", Role.OFFICER)).expectStatus().isNotFound();
        http.post().uri("/api/jobs").header("Authorization", "Bearer " + province.token("xa1.kinhte", Role.OFFICER))
                .contentType(MediaType.APPLICATION_JSON).body("{}").exchange().expectStatus().isForbidden();
        http.get().uri("/api/jobs").exchange().expectStatus().isUnauthorized().expectBody().jsonPath("$.code").isEqualTo("NOT_SIGNED_IN");
        get("/api/jobs", TestIssuer.token("somebody", TestIssuer.issuer(), List.of("another"), Duration.ofMinutes(5))).expectStatus().isUnauthorized();
        get("/api/jobs", TestIssuer.token("somebody", "http://another", List.of("dondoc"), Duration.ofMinutes(5))).expectStatus().isUnauthorized();
        get("/api/jobs", TestIssuer.token("somebody", TestIssuer.issuer(), List.of("dondoc"), Duration.ofMinutes(-5))).expectStatus().isUnauthorized();
        get("/api/jobs", TestIssuer.token("nobody-known", TestIssuer.issuer(), List.of("dondoc"), Duration.ofMinutes(5))).expectStatus().isForbidden();
        get("/api/jobs?limit=201", own).expectStatus().isBadRequest();
        get("/api/jobs?after=%21", own).expectStatus().isBadRequest();
        get("/api/nothing", own).expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("NOT_FOUND");
        get("/api/unruled", own).expectStatus().is5xxServerError();
        get("/actuator/env", own).expectStatus().isForbidden();
        http.get().uri("/api/jobs/x").header("Authorization", "Bearer " + own).header("Accept-Language", "en").exchange()
                .expectStatus().isNotFound().expectBody().jsonPath("$.detail").value(String.class, text -> assertThat(text).contains("branch"));
    }

    @Test
    void the_clock_of_the_domain_is_shifted_by_those_who_know_the_secret() {
        http.put().uri("/local/clock").contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"PT240H\"}").exchange().expectStatus().isForbidden();
        http.put().uri("/local/clock").header("X-Local-Secret", RealPartsInitializer.LOCAL_SECRET)
                .contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"PT240H\"}").exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.offset").isEqualTo("PT240H");
        http.put().uri("/local/clock").header("X-Local-Secret", RealPartsInitializer.LOCAL_SECRET)
                .contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"PT0S\"}").exchange().expectStatus().isOk();
    }

    private Job create(String token, String key, String title) {
        return java.util.Objects.requireNonNull(http.post().uri("/api/jobs").header("Authorization", "Bearer " + token).header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON).body("{\"title\":\"" + title + "\"}").exchange()
                .expectStatus().isOk().expectBody(Job.class).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec get(String path, String token) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private RestTestClient.ResponseSpec post(String path, String token) {
        return http.post().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private String started(String title) {
        var id = UUID.randomUUID().toString().replace("-", "");
        jobs.create(id, act(null, null), () -> Job.start(id, COMMUNE, title)).orProblem();
        return id;
    }

    private void step(String id, @org.jspecify.annotations.Nullable String key) {
        jobs.change(id, act(key, null), Job::step).orProblem();
    }

    private static Act act(@org.jspecify.annotations.Nullable String key, @org.jspecify.annotations.Nullable String hash) {
        return new Act(Actor.system("test"), Instant.parse("2026-02-01T00:00:00Z"), "corr-1", key, hash);
    }

    private void publish(String key, long sequence, String title) {
        var job = new Job(key, new UnitId("tinh"), COMMUNE, title, 0, new vn.dondoc.contracts.event.Due.Ongoing());
        topics.publish(Topic.TASK.topicName(), key, "TaskAssigned", "jobs/" + key, sequence, Instant.EPOCH,
                EventJson.mapper().writeValueAsBytes(new TaskEvent.TaskAssigned(job.asTask())));
    }

    private List<Long> heardOf(String key) {
        return heard.events.stream().filter(e -> e.subject().equals("jobs/" + key)).map(e -> e.sequence()).toList();
    }

    private List<TestTopics.Seen> awaitEvents(String id, int count) {
        var found = new ArrayList<TestTopics.Seen>();
        await().atMost(LIMIT).untilAsserted(() -> {
            found.clear();
            found.addAll(topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals("jobs/" + id)));
            assertThat(firstOccurrences(found)).hasSizeGreaterThanOrEqualTo(count);
        });
        return found;
    }

    private static List<Long> firstOccurrences(List<TestTopics.Seen> seen) {
        return seen.stream().map(TestTopics.Seen::sequence).distinct().toList();
    }
}
