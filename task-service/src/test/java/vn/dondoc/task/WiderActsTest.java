package vn.dondoc.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.contracts.api.Processes;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.OrganisationEvent.UnitMerged;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.merger.Mergers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One act on many tasks, and tasks that follow a merged unit. */
class WiderActsTest extends TaskTest {

    @Autowired Mergers mergers;

    WiderActsTest() {
        super("wa");
    }

    @Test
    void what_is_submitted_is_accepted_and_the_rest_is_told_with_its_sentence() {
        var one = submitted(KINHTE);
        var open = planned(KINHTE);
        var own = submitted("xa1.vhxh");
        var two = submitted(KINHTE);

        var process = acted(standing(), "accept", List.of(one, open, own, "no-such-task", two), null);

        assertThat(process.state()).isEqualTo("finished");
        assertThat(process.kind()).isEqualTo("task-acts");
        assertThat(process.parts()).isEqualTo(5);
        assertThat(process.done()).isEqualTo(2);
        assertThat(process.refused()).extracting(Processes.RefusedPart::part, Processes.RefusedPart::code).containsExactlyInAnyOrder(
                tuple(open, "TASK_NOT_SUBMITTED"), tuple(own, "OWN_UNIT"), tuple("no-such-task", "NOT_FOUND"));
        assertThat(process.refused()).filteredOn(part -> part.code().equals("OWN_UNIT"))
                .allSatisfy(part -> assertThat(part.message()).startsWith("Đơn vị của anh/chị chủ trì"));
        assertThat(task(one, standing()).summary().workState()).isEqualTo(WorkState.COMPLETED);
        assertThat(task(two, officer()).history().getLast().positionTitle()).isEqualTo("commune-standing xa1.vhxh");
        get("/api/tasks/processes/" + process.id(), standing()).expectStatus().isOk();
        get("/api/tasks/processes/" + process.id(), province.token("xa2", Role.COMMUNE_LEADER)).expectStatus().isNotFound();
    }

    @Test
    void returned_for_one_reason_that_stands_with_each() {
        var ids = List.of(submitted(KINHTE), submitted(KINHTE));
        act(standing(), new Tasks.Acts("return", ids.stream().map(TaskId::new).toList(), " ")).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.code").isEqualTo("REASON_REQUIRED");
        assertThat(acted(standing(), "return", ids, "Thiếu phụ lục").done()).isEqualTo(2);
        for (var id : ids) {
            assertThat(task(id, officer()).summary().workState()).isEqualTo(WorkState.IN_PROGRESS);
            assertThat(task(id, officer()).history().getLast().note()).isEqualTo("Thiếu phụ lục");
        }
    }

    @Test
    void given_to_others_and_given_up_for_one_reason() {
        var ids = List.of(planned(KINHTE), planned(KINHTE), submitted(KINHTE));
        var police = new Tasks.Answerable(List.of(province.unit("xa1.congan")), List.of(province.unit("xa1.thon1"), province.unit(KINHTE)));
        var given = acted(standing(), new Tasks.Acts("reassign", ids.stream().map(TaskId::new).toList(), "Đúng chức năng", police));
        assertThat(given.done()).isEqualTo(2);
        assertThat(given.refused()).extracting(Processes.RefusedPart::part, Processes.RefusedPart::code).containsExactly(tuple(ids.get(2), "TASK_SUBMITTED"));
        assertThat(leads(ids.get(1))).containsExactly(province.unit("xa1.congan"));
        assertThat(assignments.find(ids.get(1)).orElseThrow().state().planned().coordinating()).isEqualTo(police.coordinating());
        assertThat(task(ids.get(1), standing()).history().getLast().note()).isEqualTo("Đúng chức năng");

        var elsewhere = new Tasks.Answerable(List.of(province.unit("xa2.congan")), List.of());
        assertThat(acted(standing(), new Tasks.Acts("reassign", List.of(new TaskId(ids.getFirst())), "Thử", elsewhere)).refused())
                .extracting(Processes.RefusedPart::code).containsExactly("UNIT_NOT_HERE");

        assertThat(acted(standing(), "cancel", ids, "Trùng việc").done()).isEqualTo(3);
        assertThat(task(ids.get(2), standing()).summary().workState()).isEqualTo(WorkState.CANCELLED);
        assertThat(acted(officer(), "cancel", List.of(planned(KINHTE)), "Thử").refused()).extracting(Processes.RefusedPart::code).containsExactly("FORBIDDEN");
    }

    @Test
    void rights_are_those_of_the_single_call_and_nothing_crosses_communes() {
        var id = planned(KINHTE);
        assertThat(acted(standing(), "acknowledge", List.of(id), null).refused()).extracting(Processes.RefusedPart::code).containsExactly("NOT_LEAD");
        assertThat(acted(officer(), "acknowledge", List.of(id), null).done()).isEqualTo(1);
        assertThat(acted(officer(), "accept", List.of(id), null).refused()).extracting(Processes.RefusedPart::code).containsExactly("FORBIDDEN");
        assertThat(acted(province.token("xa2", Role.COMMUNE_LEADER), "accept", List.of(id), null).refused())
                .extracting(Processes.RefusedPart::code).containsExactly("NOT_FOUND");
        assertThat(eventsSettled(id, 2)).containsExactly("TaskAssigned", "TaskAcknowledged");
    }

    @Test
    void what_cannot_be_meant_is_refused_as_a_whole() {
        var some = List.of(new TaskId("a"));
        act(standing(), new Tasks.Acts("forget", some, null)).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("act");
        act(standing(), new Tasks.Acts("cancel", some, " ")).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("reason");
        act(standing(), new Tasks.Acts("reassign", some, "Đổi")).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("to.lead");
        act(standing(), new Tasks.Acts("accept", List.of(), null)).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("tasks");
        act(standing(), "{\"act\":\"accept\",\"tasks\":[null]}").expectStatus().isBadRequest();
        act(standing(), "{\"tasks\":[\"a\"]}").expectStatus().isBadRequest();
        var many = new ArrayList<TaskId>();
        for (int i = 0; i <= 2000; i++) {
            many.add(new TaskId("t" + i));
        }
        act(standing(), new Tasks.Acts("accept", many, null)).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("PROCESS_TOO_LARGE")
                .jsonPath("$.detail").value(String.class, text -> assertThat(text).contains("2.000"));
    }

    @Test
    void open_tasks_follow_a_merged_unit_and_finished_ones_stay() {
        var unit = "xa1.thon1";
        var open = planned(unit, 5);
        var done = submitted(unit);
        assertThat(acted(standing(), "accept", List.of(done), null).done()).isEqualTo(1);
        var both = UUID.randomUUID().toString();
        publish(both, List.of(unit, KINHTE), List.of("xa1.congan"));
        var coordinated = UUID.randomUUID().toString();
        publish(coordinated, List.of("xa1.congan"), List.of(unit, KINHTE));
        await().atMost(LIMIT).until(() -> assignments.find(coordinated).isPresent() && assignments.find(both).isPresent());

        merged(unit, KINHTE);

        await().atMost(LIMIT).untilAsserted(() -> {
            for (var id : open) {
                assertThat(leads(id)).containsExactly(province.unit(KINHTE));
            }
            assertThat(leads(both)).containsExactly(province.unit(KINHTE));
            assertThat(assignments.find(coordinated).orElseThrow().state().planned().coordinating()).containsExactly(province.unit(KINHTE));
        });
        assertThat(leads(done)).containsExactly(province.unit(unit));
        assertThat(task(open.getFirst(), officer()).summary().mayAct()).isTrue();
        assertThat(eventsSettled(open.getFirst(), 2)).containsExactly("TaskAssigned", "TaskReassigned");

        merged(unit, KINHTE);
        var late = UUID.randomUUID().toString();
        publish(late, List.of(unit), List.of());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(assignments.find(late).map(found -> found.state().planned().lead()))
                .contains(List.of(province.unit(KINHTE))));
        assertThat(eventsSettled(late, 2)).containsExactly("TaskAssigned", "TaskReassigned");
        assertThat(eventsSettled(open.getLast(), 2)).containsExactly("TaskAssigned", "TaskReassigned");
    }

    @Test
    void the_heir_of_an_heir_takes_over_in_the_end() {
        var first = new UnitId("wa-chain-1");
        var second = new UnitId("wa-chain-2");
        var third = new UnitId("wa-chain-3");
        merged(first, second);
        merged(second, third);
        await().atMost(LIMIT).until(() -> mergers.anyOf(List.of(first)) && mergers.anyOf(List.of(second)));
        assertThat(mergers.heirsOf(List.of(first)).apply(first)).isEqualTo(third);
        assertThat(mergers.heirsOf(List.of(third)).apply(third)).isEqualTo(third);
        assertThat(mergers.anyOf(List.of(third))).isFalse();
    }

    private List<UnitId> leads(String id) {
        return assignments.find(id).orElseThrow().state().planned().lead();
    }

    private void merged(String unit, String into) {
        merged(province.unit(unit), province.unit(into));
    }

    private void merged(UnitId unit, UnitId into) {
        var state = new UnitState(unit, "Đơn vị cũ", List.of(), UnitKind.VILLAGE, province.unit("xa1"), province.unit("xa1"),
                province.unit("tinh"), false, false, into);
        topics.publish(new UnitMerged(state), province.unit("xa1"), "units/" + unit, 7, Instant.parse("2026-11-20T00:00:00Z"));
    }

    private List<String> eventsSettled(String id, int count) {
        await().atMost(LIMIT).until(() -> eventsOf(id).size() >= count);
        return eventsOf(id);
    }

    private Processes.Process acted(String token, String act, List<String> tasks, @org.jspecify.annotations.Nullable String reason) {
        return acted(token, new Tasks.Acts(act, tasks.stream().map(TaskId::new).toList(), reason));
    }

    private Processes.Process acted(String token, Tasks.Acts acts) {
        return Objects.requireNonNull(act(token, acts)
                .expectStatus().isCreated().expectBody(Processes.Process.class).returnResult().getResponseBody());
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec act(String token, Object body) {
        return post("/api/tasks/acts", token, body);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
