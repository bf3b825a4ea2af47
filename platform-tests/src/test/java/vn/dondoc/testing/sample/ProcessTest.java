package vn.dondoc.testing.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.StoredProcess;
import vn.dondoc.platform.process.Wanted;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One act on many jobs: each once, whoever carries it out and however often. */
@RealParts
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TestProvince province = new TestProvince("pz");
    private final String leader = province.token("xa1", Role.COMMUNE_LEADER);

    @Autowired Aggregates<Job> jobs;
    @Autowired Processes processes;
    @Autowired SampleApplication.Steps steps;
    @LocalServerPort int port;

    @BeforeAll
    void provinceIsKnown() {
        try (var topics = new TestTopics()) {
            province.publish(topics);
        }
        await().atMost(LIMIT).untilAsserted(() -> look("none", leader).expectStatus().isNotFound());
    }

    @Test
    void each_part_is_done_once_in_the_name_and_at_the_time_of_the_beginner() {
        var ids = started(120);
        var id = begun(ids, null, "key-all");

        var process = processes.goOn(id, LIMIT);

        assertThat(process.isFinished()).isTrue();
        assertThat(process.done()).isEqualTo(120);
        assertThat(stepsOf(ids)).containsOnly(1).hasSize(120);
        var entry = jobs.history(ids.getFirst()).getLast().entry();
        assertThat(entry.actor().position()).isEqualTo(province.positionId("xa1.kinhte", Role.OFFICER));
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(entry.correlation()).isEqualTo("corr-process");
        assertThat(processes.goOn(id, LIMIT)).isEqualTo(process);
        assertThat(stepsOf(ids)).containsOnly(1);
    }

    @Test
    void two_that_carry_it_out_at_once_do_no_harm() throws Exception {
        var ids = started(80);
        var id = begun(ids, null, null);
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(0, 4).<Callable<StoredProcess>>mapToObj(_ -> () -> processes.goOn(id, LIMIT)).toList();
            for (var one : instances.invokeAll(work)) {
                assertThat(one.get().done()).isEqualTo(80);
            }
        }
        assertThat(stepsOf(ids)).containsOnly(1);
    }

    @Test
    void what_its_beginner_left_is_gone_on_with_by_itself() {
        var ids = started(70);
        var left = begun(ids, null, null);
        processes.goOn(left, Duration.ofMillis(1));
        assertThat(processes.find(left).orElseThrow().state().isFinished()).isFalse();

        await().atMost(LIMIT).until(() -> processes.find(left).orElseThrow().state().isFinished());
        assertThat(stepsOf(ids)).containsOnly(1);
    }

    @Test
    void a_refused_part_is_told_with_its_sentence_and_stops_nothing() {
        var ids = new ArrayList<>(started(3));
        ids.add(1, "no-such-job");
        var id = begun(ids, null, null);

        assertThat(processes.goOn(id, LIMIT).done()).isEqualTo(3);

        for (var token : List.of(leader, province.token("xa1.kinhte", Role.OFFICER), province.token("tinh", Role.PROVINCE_VIEWER))) {
            look(id, token).expectStatus().isOk().expectBody()
                    .jsonPath("$.state").isEqualTo("finished").jsonPath("$.parts").isEqualTo(4).jsonPath("$.done").isEqualTo(3)
                    .jsonPath("$.refused.length()").isEqualTo(1)
                    .jsonPath("$.refused[0].part").isEqualTo("no-such-job").jsonPath("$.refused[0].code").isEqualTo("NOT_FOUND")
                    .jsonPath("$.refused[0].message").value(String.class, text -> assertThat(text).startsWith("Không tìm thấy"));
        }
        look(id, province.token("xa2", Role.COMMUNE_LEADER)).expectStatus().isNotFound();
        look(id, province.token("xa1.thon1", Role.VILLAGE_HEAD)).expectStatus().isNotFound();
    }

    @Test
    void a_part_that_fails_is_tried_again_and_holds_up_no_other() {
        var ids = started(60);
        steps.failing.add(ids.getFirst());
        var id = begun(ids, null, null);

        assertThat(processes.goOn(id, LIMIT).done()).isEqualTo(59);
        assertThat(processes.find(id).orElseThrow().state().remaining()).containsExactly(ids.getFirst());

        steps.failing.clear();
        await().atMost(LIMIT).until(() -> processes.find(id).orElseThrow().state().isFinished());
        assertThat(stepsOf(ids)).containsOnly(1);
    }

    @Test
    void begun_twice_under_one_key_it_is_one_and_another_body_is_refused() {
        var ids = started(2);
        var wanted = wanted(ids, null);
        assertThat(processes.begin(wanted, act("key", "a"))).isInstanceOf(Outcome.Done.class);
        assertThat(processes.begin(wanted, act("key", "a"))).isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
        assertThat(processes.begin(wanted, act("key", "b"))).isInstanceOf(Outcome.KeyReused.class);
    }

    @Test
    void what_would_not_fit_into_a_document_is_refused() {
        var many = Stream.generate(() -> "x").limit(3000).toList();
        assertThat(processes.begin(wanted(many, null), act(null, null))).isInstanceOf(Outcome.Done.class);
        var distinct = IntStream.range(0, Processes.MOST_PARTS + 1).mapToObj(Integer::toString).toList();
        assertThat(processes.begin(wanted(distinct, null), act(null, null)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo("PROCESS_TOO_LARGE"));
    }

    @Test
    void words_stand_beside_the_history_and_reach_each_part() {
        var ids = started(2);
        var id = begun(ids, "vì thiếu phụ lục", null);
        assertThat(processes.goOn(id, LIMIT).refused()).hasSize(2);
        assertThat(processes.find(id).orElseThrow().stored().toString()).doesNotContain("phụ lục");
    }

    private List<String> started(int count) {
        return IntStream.range(0, count).mapToObj(_ -> {
            var id = UUID.randomUUID().toString().replace("-", "");
            jobs.create(id, act(null, null), () -> Job.start(id, province.unit("xa1"), "Việc")).orProblem();
            return id;
        }).toList();
    }

    private String begun(List<String> parts, @Nullable String words, @Nullable String key) {
        return processes.begin(wanted(parts, words), act(key, null)).orProblem().id();
    }

    private Wanted wanted(List<String> parts, @Nullable String words) {
        return new Wanted(UUID.randomUUID().toString(), SampleApplication.Steps.NAME, province.unit("tinh"), province.unit("xa1"), Map.of(), parts, words);
    }

    private List<Integer> stepsOf(List<String> ids) {
        return ids.stream().map(id -> jobs.find(id).orElseThrow().state().steps()).toList();
    }

    private Act act(@Nullable String key, @Nullable String hash) {
        var actor = Actor.person(province.person("xa1.kinhte", Role.OFFICER), province.positionId("xa1.kinhte", Role.OFFICER));
        return new Act(actor, Instant.parse("2026-02-01T00:00:00Z"), "corr-process", key, hash);
    }

    private RestTestClient.ResponseSpec look(String id, String token) {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build()
                .get().uri("/api/jobs/processes/" + id).header("Authorization", "Bearer " + token).exchange();
    }
}
