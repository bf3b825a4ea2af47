package vn.dondoc.reporting;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.Topic;

import static org.assertj.core.api.Assertions.assertThat;

/** A province that decided to see figures only. */
class DepthTest extends ServiceTest {

    @Test
    void reports_and_targets_are_the_communes_own_and_figures_are_told_whole() {
        monthlyRule("kh", "xa1.congan");
        planned(target("ct", "kh", "xa1", "xa1.congan"), 1);
        var report = owed(police()).path("id").asString();
        var viewer = province.token("tinh", Role.PROVINCE_VIEWER);
        soon().until(() -> get("/api/targets/" + targetId("ct"), viewer).status() == 200);
        assertThat(get("/api/reports/" + report, viewer).status()).isEqualTo(200);

        var settings = new SettingsState(unit("tinh"), null, List.of(), List.of(), null, null, null, null, Depth.FIGURES);
        topics.publish(Topic.ORGANISATION.topicName(), "settings/" + unit("tinh"), "settings", "settings/" + unit("tinh"), 1, now(),
                EventJson.mapper().writeValueAsBytes(settings));
        soon().until(() -> get("/api/targets/" + targetId("ct"), viewer).status() == 404);

        assertThat(get("/api/reports/" + report, viewer).status()).isEqualTo(404);
        assertThat(get("/api/reports/obligations?plan=" + plan("kh"), viewer).json().path("total").asInt()).isZero();
        assertThat(get("/api/targets?plan=" + plan("kh"), viewer).json().path("total").asInt()).isZero();
        soon().untilAsserted(() -> assertThat(get("/api/dashboards/province", viewer).as(Dashboards.Dashboard.class).reports().total()).isEqualTo(1));
        assertThat(get("/api/dashboards/communes/" + unit("xa1"), viewer).status()).isEqualTo(200);
        assertThat(get("/api/reports/" + report, police()).status()).isEqualTo(200);
    }
}
