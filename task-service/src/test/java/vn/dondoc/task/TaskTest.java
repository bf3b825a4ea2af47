package vn.dondoc.task;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.TestTopics;

import static org.awaitility.Awaitility.await;

/** The running service with a province of its own, and tasks that plans bring into it. */
@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskTest {

    static final Duration LIMIT = Duration.ofSeconds(40);
    static final String KINHTE = "xa1.kinhte";

    final TestProvince province;
    final TestTopics topics = new TestTopics();

    @Autowired MongoTemplate mongo;
    @Autowired DomainClock clock;
    @Autowired Aggregates<Assignment> assignments;
    @LocalServerPort int port;

    RestTestClient http;

    TaskTest(String prefix) {
        province = new TestProvince(prefix);
    }

    @BeforeAll
    void provinceIsKnown() {
        http = RestTestClient.bindToServer().baseUrl(origin()).build();
        await().atMost(LIMIT).until(() ->
                http.get().uri("/actuator/health/readiness").exchange().returnResult(String.class).getStatus().is2xxSuccessful());
        province.publish(topics);
        await().atMost(LIMIT).until(() -> get("/api/tasks", province.token("xa2.thon1", Role.VILLAGE_HEAD))
                .returnResult(String.class).getStatus().is2xxSuccessful());
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    String officer() {
        return province.token(KINHTE, Role.OFFICER);
    }

    String leader() {
        return province.token("xa1", Role.COMMUNE_LEADER);
    }

    String standing() {
        return province.token("xa1.vhxh", Role.COMMUNE_STANDING);
    }

    /** A task that a unit leads. */
    String planned(String lead) {
        return planned(lead, 1).getFirst();
    }

    List<String> planned(String lead, int count) {
        var ids = IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID().toString()).toList();
        ids.forEach(id -> publish(id, List.of(lead), List.of("xa1.congan")));
        await().atMost(LIMIT).until(() -> ids.stream().allMatch(id -> assignments.find(id).isPresent()));
        return ids;
    }

    void publish(String id, List<String> lead, List<String> coordinating) {
        publish(id, lead, coordinating, LocalDate.of(2099, 12, 31));
    }

    void publish(String id, List<String> lead, List<String> coordinating, LocalDate lastDay) {
        var task = new PlannedTask(new TaskId(id), new PlanId("plan-of-all"), province.unit("tinh"), province.unit("xa1"), 0, "1", "Việc " + id,
                lead.stream().map(province::unit).toList(), coordinating.stream().map(province::unit).toList(), null, null,
                new Due.By(lastDay, false, false));
        topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + id, 1, clock.instant());
    }

    /** A task that those units lead, which was to be done ten days ago. */
    String late(String... lead) {
        var id = UUID.randomUUID().toString();
        publish(id, List.of(lead), List.of(), clock.today().minusDays(10));
        await().atMost(LIMIT).until(() -> assignments.find(id).isPresent());
        return id;
    }

    /** A late task that a leader wants explained. */
    String explanationAsked(String lead) {
        var id = late(lead);
        post("/api/tasks/" + id + "/explanation-request", leader(), new Tasks.ExplanationWanted("Vì sao chậm?", null)).expectStatus().isOk();
        return id;
    }

    /** A task whose completion was submitted by its lead unit. */
    String submitted(String lead) {
        var id = planned(lead);
        submit(id);
        return id;
    }

    /** A task whose lead unit has asked for a later last day. */
    String extensionAsked(String lead) {
        var id = planned(lead);
        post("/api/tasks/" + id + "/extension", standing(), wanted(0)).expectStatus().isOk();
        return id;
    }

    /** A task that its lead unit returned to its giver. */
    String returnedToGiver(String lead) {
        var id = planned(lead);
        post("/api/tasks/" + id + "/return-to-giver", officer(), new Tasks.Reason("Không đúng chức năng")).expectStatus().isOk();
        return id;
    }

    /** A task that was accepted. */
    String completed(String lead) {
        var id = submitted(lead);
        post("/api/tasks/" + id + "/acceptance", standing(), null).expectStatus().isOk();
        return id;
    }

    Tasks.Reassignment reassignment(String reason) {
        return new Tasks.Reassignment(List.of(province.unit("xa1.congan")), List.of(province.unit(KINHTE)), reason);
    }

    /** A task whose steps are laid down. */
    String stepped(String lead) {
        var id = planned(lead);
        post("/api/tasks/" + id + "/steps", standing(), new Tasks.StepsWanted("document", List.of())).expectStatus().isOk();
        return id;
    }

    static Tasks.ExtensionWanted wanted(int days) {
        return new Tasks.ExtensionWanted(LocalDate.of(2100, 1, 31).plusDays(days), "Chờ thiết bị");
    }

    void submit(String id) {
        post("/api/tasks/" + id + "/completion", standing(), new Tasks.Completion("Xong", null, null)).expectStatus().isOk();
    }

    Tasks.Task task(String id, String token) {
        return Objects.requireNonNull(get("/api/tasks/" + id, token).expectStatus().isOk().expectBody(Tasks.Task.class).returnResult().getResponseBody());
    }

    List<String> eventsOf(String id) {
        return topics.read(Topic.TASK.topicName(), seen -> seen.subject().equals("assignments/" + id)).stream().map(TestTopics.Seen::type).toList();
    }

    RestTestClient.ResponseSpec get(String path, String token) {
        return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    RestTestClient.ResponseSpec post(String path, String token, @Nullable Object body) {
        var call = http.post().uri(path).header("Authorization", "Bearer " + token);
        return body == null ? call.exchange() : call.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }
}
