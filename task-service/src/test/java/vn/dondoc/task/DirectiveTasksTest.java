package vn.dondoc.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.DirectiveState;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.OfDirective;
import vn.dondoc.contracts.event.Origin;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.ProceedingId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Parts of directives: the unit that gave one across communes decides on it, never those who did it. */
class DirectiveTasksTest extends TaskTest {

    private static final ParameterizedTypeReference<Page<Tasks.TaskSummary>> PAGE = new ParameterizedTypeReference<>() {};

    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    DirectiveTasksTest() {
        super("di");
    }

    @Test
    void the_province_decides_on_what_it_gave_to_a_commune_and_the_commune_does_not() {
        var directive = "d" + UUID.randomUUID();
        var id = part(directive, "xa1", "xa1.vhxh", "so");
        var above = province.token("so", Role.PROVINCE_STANDING);

        var seen = Objects.requireNonNull(task(id, standing()).summary().directive());
        assertThat(seen.giver().id()).isEqualTo(unit("so"));
        assertThat(seen.number()).isEqualTo("45/TB-UBND");
        assertThat(seen.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(Objects.requireNonNull(seen.origin()).point()).isEqualTo("k2");
        assertThat(task(id, above).actions()).contains("cancellation").doesNotContain("progress", "completion");

        submit(id);
        post("/api/tasks/" + id + "/acceptance", standing(), null).expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("OWN_UNIT");
        post("/api/tasks/" + id + "/acceptance", leader(), null).expectStatus().isForbidden();
        post("/api/tasks/" + id + "/acceptance", province.token("tinh", Role.PROVINCE_VIEWER), null).expectStatus().isForbidden();
        post("/api/tasks/" + id + "/acceptance", province.token("xa2.vhxh", Role.COMMUNE_STANDING), null).expectStatus().isNotFound();
        post("/api/tasks/" + id + "/return", above, new Tasks.Decision("Thiếu phụ lục")).expectStatus().isOk();
        submit(id);
        post("/api/tasks/" + id + "/acceptance", above, null).expectStatus().isOk();
        assertThat(task(id, standing()).summary().workState()).isEqualTo(WorkState.COMPLETED);
    }

    @Test
    void a_department_of_the_province_does_its_part_and_the_province_decides_on_it() {
        var department = new UnitState(unit("so2"), "Sở Nội vụ", List.of(), UnitKind.DEPARTMENT, unit("tinh"), null, unit("tinh"), false, true);
        var below = new UnitState(unit("so2.cc"), "Chi cục Văn thư", List.of(), UnitKind.OTHER, unit("so2"), null, unit("tinh"), false, true);
        topics.organisation(List.of(department, below), List.of(
                new PositionState(new PositionId("di-p-so2"), unit("so2"), "Giám đốc", Role.UNIT_HEAD, province.person("so2", Role.UNIT_HEAD), null),
                new PositionState(new PositionId("di-p-so2cc"), unit("so2.cc"), "Chi cục trưởng", Role.UNIT_HEAD, province.person("so2.cc", Role.UNIT_HEAD), null)),
                List.of());
        var directive = "d" + UUID.randomUUID();
        var id = part(directive, "tinh", "so2", "so");
        var communes = part(directive, "xa1", "xa1.vhxh", "so");
        var head = province.token("so2", Role.UNIT_HEAD);
        var above = province.token("so", Role.PROVINCE_STANDING);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(listed("directive=" + directive, head)).containsExactly(id));
        assertThat(listed("directive=" + directive, above)).containsExactlyInAnyOrder(id, communes);
        assertThat(listed("directive=" + directive, standing())).containsExactly(communes);
        get("/api/tasks/" + id, standing()).expectStatus().isNotFound();
        get("/api/tasks/" + communes, head).expectStatus().isNotFound();

        post("/api/tasks/" + id + "/acknowledgement", head, null).expectStatus().isOk();
        post("/api/tasks/" + id + "/delegation", head, new Tasks.Delegation(null, unit("so2.cc"), "Thống kê kho", null)).expectStatus().isOk();
        await().atMost(LIMIT).until(() -> !Objects.requireNonNull(task(id, head).parts()).items().isEmpty());
        var share = Objects.requireNonNull(task(id, head).parts()).items().getFirst().id().value();
        post("/api/tasks/" + share + "/completion", province.token("so2.cc", Role.UNIT_HEAD), new Tasks.Completion("Xong", null, null)).expectStatus().isOk();
        post("/api/tasks/" + share + "/acceptance", head, null).expectStatus().isOk();

        post("/api/tasks/" + id + "/completion", head, new Tasks.Completion("Đã góp ý", null, null)).expectStatus().isOk();
        post("/api/tasks/" + id + "/acceptance", head, null).expectStatus().isForbidden();
        post("/api/tasks/" + id + "/acceptance", leader(), null).expectStatus().isNotFound();
        post("/api/tasks/" + id + "/acceptance", above, null).expectStatus().isOk();
        assertThat(task(id, head).summary().workState()).isEqualTo(WorkState.COMPLETED);
    }

    @Test
    void who_gave_it_accepts_several_at_once_and_finds_them_in_one_list() {
        var directive = "d" + UUID.randomUUID();
        var parts = List.of(part(directive, "xa1", "xa1.vhxh", "so"), part(directive, "xa2", "xa2.vhxh", "so"));
        var above = province.token("so", Role.PROVINCE_STANDING);
        submit(parts.getFirst());
        post("/api/tasks/" + parts.getLast() + "/completion", province.token("xa2.vhxh", Role.COMMUNE_STANDING), new Tasks.Completion("Xong", null, null))
                .expectStatus().isOk();

        assertThat(listed("given=true&workState=submitted&directive=" + directive, above)).containsExactlyInAnyOrderElementsOf(parts);
        assertThat(listed("given=true&directive=" + directive, standing())).isEmpty();
        post("/api/tasks/acts", above, new Tasks.Acts("accept", parts.stream().map(TaskId::new).toList(), null, null)).expectStatus().is2xxSuccessful();
        await().atMost(LIMIT).untilAsserted(() ->
                assertThat(parts).allSatisfy(id -> assertThat(task(id, above).summary().workState()).isEqualTo(WorkState.COMPLETED)));
    }

    @Test
    void who_gave_it_asks_why_it_is_late_and_others_above_do_not() {
        var id = part("d" + UUID.randomUUID(), "xa1", "xa1.vhxh", "so", clock.today().minusDays(3));
        var above = province.token("so", Role.PROVINCE_STANDING);
        var question = new Tasks.ExplanationWanted("Vì sao chưa gửi?", null);
        post("/api/tasks/" + id + "/explanation-request", province.token("tinh", Role.PROVINCE_VIEWER), question).expectStatus().isForbidden();
        post("/api/tasks/" + id + "/explanation-request", standing(), question).expectStatus().isForbidden();
        await().atMost(LIMIT).until(() -> task(id, above).actions().contains("explanation-request"));
        post("/api/tasks/" + id + "/explanation-request", above, question).expectStatus().isOk();
        post("/api/tasks/" + id + "/explanation", standing(), new Tasks.ExplanationAnswer("Chờ số liệu của thôn")).expectStatus().isOk();
        assertThat(Objects.requireNonNull(task(id, above).summary().explanation()).givenOn()).isNotNull();
    }

    @Test
    void within_a_commune_it_is_decided_on_as_tasks_of_its_plans_are() {
        var id = part("d" + UUID.randomUUID(), "xa1", "xa1.kinhte", null);
        submit(id);
        post("/api/tasks/" + id + "/acceptance", officer(), null).expectStatus().isForbidden();
        post("/api/tasks/" + id + "/acceptance", standing(), null).expectStatus().isOk();
    }

    @Test
    void days_after_which_a_commune_accepts_silently_do_not_accept_what_the_province_decides_on() {
        var commune = unit("xa2");
        topics.publish(Topic.ORGANISATION.topicName(), "settings/" + commune, "settings", "settings/" + commune, 1, clock.instant(),
                EventJson.mapper().writeValueAsBytes(new SettingsState(commune, null, List.of(), List.of(), null, 5, null, null)));
        var theirs = province.token("xa2.vhxh", Role.COMMUNE_STANDING);
        await().atMost(LIMIT).untilAsserted(() -> {
            var own = part("d" + UUID.randomUUID(), "xa2", "xa2.kinhte", null);
            post("/api/tasks/" + own + "/completion", theirs, new Tasks.Completion("Xong", null, null)).expectStatus().isOk();
            assertThat(task(own, theirs).summary().days().decideBy()).isEqualTo(clock.today().plusDays(5));
        });
        var above = part("d" + UUID.randomUUID(), "xa2", "xa2.vhxh", "so");
        post("/api/tasks/" + above + "/completion", theirs, new Tasks.Completion("Xong", null, null)).expectStatus().isOk();
        assertThat(task(above, theirs).summary().days().decideBy()).isNull();
    }

    @Test
    void a_commune_gives_its_part_on_and_decides_on_that() {
        var id = part("d" + UUID.randomUUID(), "xa1", "xa1.vhxh", "so");
        post("/api/tasks/" + id + "/delegation", standing(), new Tasks.Delegation(null, unit("xa1.kinhte"), "Rà soát theo thôn", null)).expectStatus().isOk();
        await().atMost(LIMIT).until(() -> !Objects.requireNonNull(task(id, standing()).parts()).items().isEmpty());
        var given = Objects.requireNonNull(task(id, standing()).parts()).items().getFirst().id().value();
        assertThat(Objects.requireNonNull(task(given, officer()).summary().directive()).id()).isEqualTo(Objects.requireNonNull(task(id, standing()).summary().directive()).id());
        post("/api/tasks/" + given + "/completion", officer(), new Tasks.Completion("Xong", null, null)).expectStatus().isOk();
        post("/api/tasks/" + given + "/acceptance", province.token("so", Role.PROVINCE_STANDING), null).expectStatus().isForbidden();
        post("/api/tasks/" + given + "/acceptance", standing(), null).expectStatus().isOk();
    }

    @Test
    void a_list_is_narrowed_to_a_directive_and_to_the_own_branch_and_found_by_its_number() {
        var directive = "d" + UUID.randomUUID();
        var mine = part(directive, "xa1", "xa1.vhxh", "so");
        var theirs = part(directive, "xa2", "xa2.vhxh", "so");
        part("d" + UUID.randomUUID(), "xa1", "xa1.vhxh", "so");
        var number = "7" + directive.hashCode() + "/CĐ-UBND";
        topics.publish(new PlanEvent.DirectiveIssued(new DirectiveState(
                new DirectiveId(directive), unit("tinh"), null, unit("so"), "Rà soát", number, clock.today(), Urgency.NORMAL, null, null,
                List.of(unit("xa1"), unit("xa2")), List.of(unit("xa1"), unit("xa2")), null)), unit("tinh"), "directives/" + directive, 1, clock.instant());

        assertThat(listed("directive=" + directive, province.token("so", Role.PROVINCE_STANDING))).containsExactlyInAnyOrder(mine, theirs);
        assertThat(listed("directive=" + directive, standing())).containsExactly(mine);
        assertThat(listed("directive=" + directive, officer())).isEmpty();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(listed("q=" + number, standing())).containsExactly(mine));
    }

    @Test
    void what_is_taken_back_is_cancelled_and_what_was_completed_stays() {
        var directive = "d" + UUID.randomUUID();
        var open = part(directive, "xa1", "xa1.vhxh", "so");
        var done = part(directive, "xa1", "xa1.vhxh", "so");
        submit(done);
        post("/api/tasks/" + done + "/acceptance", province.token("so", Role.PROVINCE_STANDING), null).expectStatus().isOk();
        for (var id : List.of(open, done)) {
            var withdrawn = planned(id, directive, "xa1", "xa1.vhxh", "so", LAST).withdrawn(new Basis("45/TB-UBND", clock.today()), clock.today());
            topics.publish(new PlanEvent.TaskWithdrawn(withdrawn), withdrawn.commune(), "tasks/" + id, 2, clock.instant());
        }
        await().atMost(LIMIT).until(() -> task(open, standing()).summary().workState() == WorkState.CANCELLED);
        assertThat(task(done, standing()).summary().workState()).isEqualTo(WorkState.COMPLETED);
    }

    // --- words of the story

    private List<String> listed(String query, String token) {
        return Objects.requireNonNull(get("/api/tasks?" + query, token).expectStatus().isOk().expectBody(PAGE).returnResult().getResponseBody())
                .items().stream().map(task -> task.id().value()).toList();
    }

    private String part(String directive, String commune, String lead, @Nullable String decider) {
        return part(directive, commune, lead, decider, LAST);
    }

    private String part(String directive, String commune, String lead, @Nullable String decider, LocalDate last) {
        var id = UUID.randomUUID().toString();
        var task = planned(id, directive, commune, lead, decider, last);
        topics.publish(new PlanEvent.TaskPlanned(task), task.commune(), "tasks/" + id, 1, clock.instant());
        await().atMost(LIMIT).until(() -> assignments.find(id).isPresent());
        return id;
    }

    private PlannedTask planned(String id, String directive, String commune, String lead, @Nullable String decider, LocalDate last) {
        var of = new OfDirective(
                new DirectiveId(directive), unit(decider == null ? "xa1.vhxh" : decider), decider == null ? null : unit(decider), "45/TB-UBND", Urgency.URGENT,
                new Origin(ProceedingKind.MEETING, new ProceedingId("m1"), "k2", "45/TB-UBND"));
        return new PlannedTask(new TaskId(id), new PlanId(directive), unit("tinh"), unit(commune), 0, null, "Rà soát hộ chưa có danh tính số",
                List.of(unit(lead)), List.of(), null, null, new Due.By(last, false, false)).of(of);
    }

    private UnitId unit(String name) {
        return province.unit(name);
    }
}
