package vn.dondoc.task;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.testing.Answered;
import vn.dondoc.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A province that does not see every row, and a position that is for a programme, in lists, counts, searches, exports, files and acts. */
class DepthAndScopeTest extends TaskTest {

    private static final String PROGRAMME = "Đề án 06";

    DepthAndScopeTest() {
        super("dp");
    }

    @AfterEach
    void theProvinceSeesAll() {
        depth(Depth.ALL);
    }

    @AfterAll
    void topicsAreClosed() {
        topics.close();
    }

    @Test
    void the_province_sees_as_deep_as_it_decided_wherever_rows_are_told() {
        var own = planned(KINHTE);
        var national = planned(KINHTE);
        described(national, new Tasks.ParticularsWanted("57-1", AssigningLevel.CENTRAL, null, null));
        var viewer = province.token("tinh", Role.PROVINCE_VIEWER);

        assertThat(seenBy(viewer)).contains(own, national);
        depth(Depth.INTEREST);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(seenBy(viewer)).contains(national).doesNotContain(own));
        get("/api/tasks/" + own, viewer).expectStatus().isNotFound();
        get("/api/tasks/" + own + "/dossier", viewer).expectStatus().isNotFound();
        get("/api/tasks/" + own + "/succession", viewer).expectStatus().isNotFound();
        get("/api/tasks/" + national, viewer).expectStatus().isOk();
        assertThat(exported("/api/tasks/export", viewer)).contains(national).doesNotContain(own);

        depth(Depth.FIGURES);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(seenBy(viewer)).isEmpty());
        assertThat(page("/api/tasks?q=viec&limit=1", viewer).total()).isZero();
        get("/api/tasks/" + national, viewer).expectStatus().isNotFound();
        get("/api/tasks/" + own, standing()).expectStatus().isOk();
    }

    @Test
    void a_position_for_a_programme_sees_and_decides_what_belongs_to_it_in_all_units() {
        var police = person("06", "xa1.congan", Role.COMMUNE_STANDING, new ProgrammeScope(PROGRAMME, PROGRAMME));
        var theirs = planned(KINHTE);
        described(theirs, new Tasks.ParticularsWanted(null, null, "Đề án 06", null));
        var others = planned(KINHTE);
        var another = planned("xa1.congan");
        described(another, new Tasks.ParticularsWanted(null, null, "NQ 57", null));

        assertThat(seenBy(police)).containsExactly(theirs);
        assertThat(page("/api/tasks?q=viec&limit=1", police).total()).isEqualTo(1);
        assertThat(exported("/api/tasks/export", police)).contains(theirs).doesNotContain(others, another);
        for (var hidden : List.of(others, another)) {
            get("/api/tasks/" + hidden, police).expectStatus().isNotFound();
            post("/api/tasks/" + hidden + "/comment", police, new Tasks.Comment("Đề nghị khẩn trương")).expectStatus().isNotFound();
        }
        submit(theirs);
        post("/api/tasks/" + theirs + "/acceptance", police, new Tasks.Decision("Đạt")).expectStatus().isOk();

        described(theirs, new Tasks.ParticularsWanted(null, null, "NQ 57", null));
        get("/api/tasks/" + theirs, police).expectStatus().isNotFound();
    }

    @Test
    void a_task_belongs_to_the_programme_of_its_plan_until_somebody_says_otherwise() {
        var police = person("25", "xa1.congan", Role.COMMUNE_STANDING, new ProgrammeScope("Đề án 25", null));
        var theirs = plannedOf("ĐA 25/CP", KINHTE);
        var others = planned(KINHTE);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(seenBy(police)).contains(theirs).doesNotContain(others));
        for (var spelling : List.of("Đề án số 25", "ĐA 25", "dean25")) {
            assertThat(page("/api/tasks?limit=200&programme=" + spelling, standing()).items())
                    .extracting(task -> task.id().value()).as(spelling).contains(theirs).doesNotContain(others);
        }
        assertThat(page("/api/tasks?programme=Đề án 52", standing()).total()).isZero();

        described(theirs, new Tasks.ParticularsWanted(null, null, "Nghị quyết số 57-NQ/TW", null));
        get("/api/tasks/" + theirs, police).expectStatus().isNotFound();
    }

    @Test
    void who_reads_a_whole_commune_may_act_on_a_programme_only() {
        var urging = person("doc", "xa1.congan", Role.COMMUNE_STANDING, new ProgrammeScope(null, "Chương trình 135"));
        var others = planned(KINHTE);
        submit(others);

        get("/api/tasks/" + others, urging).expectStatus().isOk();
        post("/api/tasks/" + others + "/acceptance", urging, null).expectStatus().isForbidden();
        described(others, new Tasks.ParticularsWanted(null, null, "chương trình 135", null));
        post("/api/tasks/" + others + "/acceptance", urging, null).expectStatus().isOk();
    }

    @Test
    void a_leader_who_works_in_the_lead_unit_does_not_decide_on_its_work() {
        var both = new PersonId("dp-kiem-nhiem");
        topics.organisation(List.of(), List.of(
                new PositionState(new PositionId("dp-k1"), province.unit("xa1"), "Phó Chủ tịch", Role.COMMUNE_LEADER, both, null),
                new PositionState(new PositionId("dp-k2"), province.unit(KINHTE), "Trưởng phòng", Role.UNIT_HEAD, both, null)), List.of());
        var token = TestIssuer.token(both);
        var own = submitted(KINHTE);
        await().atMost(LIMIT).untilAsserted(() -> get("/api/tasks/" + own, token).expectStatus().isOk());

        post("/api/tasks/" + own + "/acceptance", token, null).expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("OWN_UNIT");
        post("/api/tasks/" + submitted("xa1.congan") + "/acceptance", token, null).expectStatus().isOk();
        post("/api/tasks/" + own + "/acceptance", leader(), null).expectStatus().isOk();
    }

    private String plannedOf(String programme, String lead) {
        var id = UUID.randomUUID().toString();
        var task = new PlannedTask(
                new TaskId(id), new PlanId("plan-of-25"), province.unit("tinh"), province.unit("xa1"), 0, "1", "Việc " + id, List.of(province.unit(lead)), List.of(),
                null, null, null).within(programme);
        topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + id, 1, clock.instant());
        await().atMost(LIMIT).until(() -> assignments.find(id).isPresent());
        return id;
    }

    private void described(String id, Tasks.ParticularsWanted particulars) {
        post("/api/tasks/" + id + "/particulars", standing(), particulars).expectStatus().isOk();
    }

    private List<String> seenBy(String token) {
        return page("/api/tasks?limit=200", token).items().stream().map(Tasks.TaskSummary::id).map(TaskId::value).toList();
    }

    private Page<Tasks.TaskSummary> page(String path, String token) {
        return Objects.requireNonNull(get(path, token).expectStatus().isOk().expectBody(new ParameterizedTypeReference<Page<Tasks.TaskSummary>>() {})
                .returnResult().getResponseBody());
    }

    private String exported(String path, String token) {
        return Answered.text(Objects.requireNonNull(get(path, token).expectStatus().isOk().expectBody().returnResult().getResponseBody()));
    }

    private String person(String name, String unit, Role role, @Nullable ProgrammeScope scope) {
        var person = new PersonId("dp-" + name);
        topics.organisation(List.of(), List.of(new PositionState(new PositionId("dp-p-" + name), province.unit(unit), name, role, person, null, null, scope)), List.of());
        var token = TestIssuer.token(person);
        await().atMost(LIMIT).until(() -> get("/api/tasks", token).returnResult(String.class).getStatus().is2xxSuccessful());
        return token;
    }

    private void depth(Depth depth) {
        var settings = new SettingsState(province.unit("tinh"), null, List.of(), List.of(), null, null, null, null, depth);
        topics.publish(Topic.ORGANISATION.topicName(), "settings/" + province.unit("tinh"), "settings", "settings/" + province.unit("tinh"), 1, clock.instant(),
                EventJson.mapper().writeValueAsBytes(settings));
    }
}
