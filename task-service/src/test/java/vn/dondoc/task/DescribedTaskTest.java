package vn.dondoc.task;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is told of a task beside its plan, against the real database and broker. */
class DescribedTaskTest extends TaskTest {

    DescribedTaskTest() {
        super("de");
    }

    @Test
    void whatIsKnownIsShownAndToldToOthers() {
        var id = planned(KINHTE);

        post(path(id, "particulars"), standing(), new Tasks.ParticularsWanted(" 57-2026-0412 ", AssigningLevel.CENTRAL, "Nghị quyết 57", " "))
                .expectStatus().isOk();
        post(path(id, "steps"), officer(), new Tasks.StepsWanted("science", List.of())).expectStatus().isOk();
        post(path(id, "step"), officer(), new Tasks.StepReached(0, clock.today())).expectStatus().isOk();
        post(path(id, "disbursement"), officer(), new Tasks.Disbursement(90_000_000)).expectStatus().isOk();

        var particulars = task(id, officer()).particulars();
        assertThat(particulars).isNotNull();
        assertThat(particulars.nationalCode()).isEqualTo("57-2026-0412");
        assertThat(particulars.budgetSource()).isNull();
        assertThat(particulars.disbursedVnd()).isEqualTo(90_000_000);
        assertThat(particulars.steps()).extracting(Step::name)
                .containsExactly("Đặt hàng", "Tuyển chọn", "Ký hợp đồng", "Giải ngân", "Nghiệm thu");
        assertThat(particulars.steps().getFirst().doneOn()).isEqualTo(clock.today());
        await().atMost(LIMIT).until(() -> eventsOf(id).stream().filter("TaskDescribed"::equals).count() == 4);
    }

    @Test
    void whoFollowsIsRememberedByPositionAndMayStop() {
        var id = planned(KINHTE);

        post(path(id, "following"), standing(), new Tasks.Following(true)).expectStatus().isOk();
        assertThat(task(id, standing()).followed()).isTrue();
        assertThat(task(id, officer()).followed()).isFalse();

        post(path(id, "following"), standing(), new Tasks.Following(false)).expectStatus().isOk();
        assertThat(task(id, standing()).followed()).isFalse();
    }

    @Test
    void whatIsWrongIsSaidAtOnce() {
        var id = planned(KINHTE);

        post(path(id, "particulars"), standing(), new Tasks.ParticularsWanted("x".repeat(51), null, "y".repeat(201), null))
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors.length()").isEqualTo(2);
        post(path(id, "steps"), officer(), new Tasks.StepsWanted("poem", List.of()))
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("TEMPLATE_UNKNOWN");
        post(path(id, "steps"), officer(), new Tasks.StepsWanted(null, List.of("Dự thảo", " Dự thảo")))
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].code").isEqualTo("STEP_TWICE");
        post(path(id, "disbursement"), officer(), new Tasks.Disbursement(-1)).expectStatus().isBadRequest();
    }

    @Test
    void anOfficerOfTheLeadUnitDoesNotSetTheCode() {
        var id = planned(KINHTE);

        post(path(id, "particulars"), officer(), new Tasks.ParticularsWanted("57", null, null, null)).expectStatus().isForbidden();
    }

    private static String path(String id, String command) {
        return "/api/tasks/" + id + "/" + command;
    }
}
