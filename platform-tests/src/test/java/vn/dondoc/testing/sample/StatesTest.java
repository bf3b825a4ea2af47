package vn.dondoc.testing.sample;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Operations.State;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a service says of how its aggregates stand. */
@RealParts
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesTest {

    private static final String STATES = "/api/operations/sample-service/states/";
    private static final UnitId COMMUNE = new UnitId("xa-thu");

    private final TestProvince province = new TestProvince("st");
    private final String reporting = TestIssuer.service("reporting");

    @Autowired Aggregates<Job> jobs;
    @Autowired MongoTemplate mongo;
    @LocalServerPort int port;

    RestTestClient http;

    @BeforeAll
    void provinceIsKnown() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk());
        try (var topics = new TestTopics()) {
            province.publish(topics);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get("jobs", reporting).expectStatus().isOk());
    }

    @Test
    void pages_hold_every_aggregate_once_by_id_also_while_others_are_made() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 25; i++) {
            made.add(started());
        }
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = page("jobs?limit=4" + (next == null ? "" : "&after=" + next));
            page.items().forEach(state -> seen.add(state.subject().substring("jobs/".length())));
            next = page.next();
            started();
        } while (next != null);

        assertThat(seen).doesNotHaveDuplicates().isSorted().containsAll(made);
    }

    @Test
    void the_state_is_the_newest_event_that_left_the_service() {
        var id = started();
        jobs.change(id, act(), Job::step).orProblem();

        var state = stateOf(id);

        assertThat(state.type()).isEqualTo("ProgressRecorded");
        assertThat(state.sequence()).as("the note behind it is nobody else's").isEqualTo(2);
        assertThat(state.generation()).isEqualTo(1);
        assertThat(state.at()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(state.data()).extractingByKey("task").isInstanceOfSatisfying(Map.class, task -> assertThat(task).containsEntry("id", id).containsEntry("order", 1));
    }

    @Test
    void the_archive_is_looked_into_where_the_kept_history_has_none() {
        var id = started();
        jobs.change(id, act(), job -> Decision.accept(job, Fact.internal("Noted", COMMUNE, Map.of()))).orProblem();
        var entry = mongo.getCollection("jobs").find(Filters.eq("_id", id)).first().getList("history", Document.class).getFirst();
        mongo.getCollection("history_archive").insertOne(new Document("_id", entry.get("id")).append("collection", "jobs").append("aggregate", id)
                .append("sequence", entry.get("sequence")).append("writtenAt", entry.get("writtenAt")).append("entry", entry));
        mongo.getCollection("jobs").updateOne(Filters.eq("_id", id), Updates.pull("history", Filters.eq("sequence", 1)));

        assertThat(stateOf(id).type()).isEqualTo("TaskAssigned");
        assertThat(stateOf(id).sequence()).isEqualTo(1);
    }

    @Test
    void the_generation_is_the_one_of_the_relay() {
        var id = started();
        try {
            mongo.getCollection("relay").updateOne(new Document(), Updates.set("generation", 3));
            assertThat(stateOf(id).generation()).isEqualTo(3);
        } finally {
            mongo.getCollection("relay").updateOne(new Document(), Updates.unset("generation"));
        }
    }

    @Test
    void only_the_service_that_counts_may_ask_and_only_for_what_there_is() {
        get("jobs", province.token("xa1.vhxh", Role.COMMUNE_STANDING)).expectStatus().isForbidden();
        get("jobs", province.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isForbidden();
        get("jobs", TestIssuer.service("plan")).expectStatus().isForbidden();
        get("dead_letters", reporting).expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("NOT_FOUND");
        get("jobs?limit=1001", reporting).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.code").isEqualTo("LIMIT").jsonPath("$.detail").value(String.class, text -> assertThat(text).contains("1.000"));
        get("jobs?limit=many", reporting).expectStatus().isBadRequest();
        get("jobs?after=%21", reporting).expectStatus().isBadRequest().expectBody().jsonPath("$.code").isEqualTo("CURSOR");
    }

    private State stateOf(String id) {
        var states = new ArrayList<State>();
        @Nullable String next = null;
        do {
            var page = page("jobs?limit=1000" + (next == null ? "" : "&after=" + next));
            states.addAll(page.items());
            next = page.next();
        } while (next != null);
        return states.stream().filter(state -> state.subject().equals("jobs/" + id)).findFirst().orElseThrow();
    }

    private Page<State> page(String path) {
        return java.util.Objects.requireNonNull(get(path, reporting).expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<Page<State>>() {}).returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec get(String path, String token) {
        return http.get().uri(java.net.URI.create("http://127.0.0.1:" + port + STATES + path)).header("Authorization", "Bearer " + token).exchange();
    }

    private String started() {
        var id = UUID.randomUUID().toString().replace("-", "");
        jobs.create(id, act(), () -> Job.start(id, COMMUNE, "Việc")).orProblem();
        return id;
    }

    private static Act act() {
        return new Act(Actor.system("test"), Instant.parse("2026-02-01T00:00:00Z"), "corr-1", null, null);
    }
}
