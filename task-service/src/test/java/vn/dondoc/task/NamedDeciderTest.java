package vn.dondoc.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.platform.access.Directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a leader sent for the commune is decided by another leader, or by the position that the commune named. */
class NamedDeciderTest extends TaskTest {

    @Autowired Directory directory;

    NamedDeciderTest() {
        super("nd");
    }

    @Test
    void whoever_sent_the_work_of_the_commune_itself_does_not_decide_on_it() {
        var second = new PositionState(
                new PositionId("nd-p-xa1-leader2"), province.unit("xa1"), "Phó Chủ tịch", Role.COMMUNE_LEADER, province.person("xa1", Role.OFFICER), null);
        topics.organisation(List.of(), List.of(second), List.of());
        var deputy = province.token("xa1", Role.OFFICER);
        await().atMost(LIMIT).until(() -> directory.position(second.id()).isPresent());

        var id = planned("xa1");
        post("/api/tasks/" + id + "/completion", leader(), new Tasks.Completion("Đã họp dân", null, null)).expectStatus().isOk();
        assertThat(task(id, leader()).actions()).doesNotContain("acceptance", "return");
        post("/api/tasks/" + id + "/acceptance", leader(), null).expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("SENT_BY_YOURSELF");
        post("/api/tasks/" + id + "/return", deputy, new Tasks.Decision("Thiếu biên bản")).expectStatus().isOk();
        post("/api/tasks/" + id + "/completion", deputy, new Tasks.Completion("Đã bổ sung", null, null)).expectStatus().isOk();
        post("/api/tasks/" + id + "/acceptance", deputy, null).expectStatus().isForbidden();
        post("/api/tasks/" + id + "/acceptance", leader(), null).expectStatus().isOk();
        // What others lead, a leader decides on as before
        var other = submitted(KINHTE);
        post("/api/tasks/" + other + "/acceptance", leader(), null).expectStatus().isOk();
    }

    @Test
    void the_named_position_sees_and_decides_but_never_on_its_own_unit() {
        var police = province.token("xa1.congan", Role.UNIT_HEAD);
        var id = planned("xa1.vhxh");
        get("/api/tasks/" + id, police).expectStatus().isOk();
        post("/api/tasks/" + id + "/completion", standing(), new Tasks.Completion("Xong", null, null)).expectStatus().isOk();
        post("/api/tasks/" + id + "/acceptance", police, null).expectStatus().isForbidden();
        name(province.positionId("xa1.congan", Role.UNIT_HEAD));

        post("/api/tasks/" + id + "/acceptance", standing(), null).expectStatus().isForbidden();
        post("/api/tasks/" + id + "/acceptance", police, null).expectStatus().isOk();
        assertThat(task(id, standing()).summary().workState()).isEqualTo(WorkState.COMPLETED);
        var own = planned("xa1.congan");
        post("/api/tasks/" + own + "/completion", police, new Tasks.Completion("Xong", null, null)).expectStatus().isOk();
        post("/api/tasks/" + own + "/acceptance", police, null).expectStatus().isForbidden();
        get("/api/tasks/" + planned("xa1.thon1"), police).expectStatus().isOk();

        // A grant that ends is over at once
        name(null);
        await().atMost(LIMIT).untilAsserted(() -> get("/api/tasks/" + own, police).expectStatus().isOk());
        var later = submitted("xa1.kinhte");
        post("/api/tasks/" + later + "/acceptance", police, null).expectStatus().isForbidden();
    }

    private void name(@Nullable PositionId position) {
        var commune = province.unit("xa1");
        topics.publish(Topic.ORGANISATION.topicName(), "settings/" + commune, "settings", "settings/" + commune, 1, clock.instant(),
                EventJson.mapper().writeValueAsBytes(new SettingsState(commune, null, List.of(), List.of(), null, null, null, null, null, position)));
        await().atMost(LIMIT).until(() -> directory.ownSettings(commune).map(SettingsState::decider).filter(one -> one.equals(position)).isPresent() == (position != null));
    }
}
