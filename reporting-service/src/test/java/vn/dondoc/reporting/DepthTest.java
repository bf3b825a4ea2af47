package vn.dondoc.reporting;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.ProgrammeScope;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.reporting.recount.CellRecount;
import vn.dondoc.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** A province that decided to see figures only. */
class DepthTest extends ServiceTest {

    @Autowired
    private CellRecount cellRecount;

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

    @Test
    void a_position_for_a_programme_sees_the_figures_of_that_programme_only() {
        var ofCommune = scoped("congan06", "xa1.congan", Role.COMMUNE_STANDING);
        var ofProvince = scoped("so06", "so", Role.PROVINCE_VIEWER);
        costs("a", "kh", "xa1", 600L, null, "Đề án 06", WorkState.IN_PROGRESS, 1, "xa1.kinhte");
        costs("b", "kh", "xa1", 300L, null, "NQ 57", WorkState.IN_PROGRESS, 1, "xa1.congan");
        costs("c", "kh", "xa1", 100L, null, null, WorkState.IN_PROGRESS, 1, "xa1.congan");
        costs("d", "kh", "xa2", 100L, null, "ĐỀ ÁN 06", WorkState.IN_PROGRESS, 1, "xa2.kinhte");
        var all = province.token("tinh", Role.PROVINCE_VIEWER);
        soon().until(() -> get("/api/dashboards/province", all).as(Dashboards.Dashboard.class).tasks().total() == 4);

        var commune = soon().until(() -> get("/api/dashboards/communes/" + unit("xa1"), ofCommune), answer -> answer.status() == 200).as(Dashboards.Dashboard.class);
        assertThat(commune.tasks().total()).isEqualTo(1);
        assertThat(commune.lines()).isEmpty();
        assertThat(commune.plans()).isEmpty();
        assertThat(get("/api/dashboards/communes/" + unit("xa2"), ofCommune).status()).isEqualTo(404);
        assertThat(get("/api/dashboards/province", ofCommune).status()).isEqualTo(403);
        assertThat(get("/api/dashboards/communes/" + unit("xa1"), police()).as(Dashboards.Dashboard.class).tasks().total()).as("its own unit is told all of the commune").isEqualTo(3);

        var above = soon().until(() -> get("/api/dashboards/province", ofProvince), answer -> answer.status() == 200).as(Dashboards.Dashboard.class);
        assertThat(above.tasks().total()).isEqualTo(2);
        assertThat(above.lines()).extracting(Dashboards.Line::id).containsExactlyInAnyOrder(unit("xa1"), unit("xa2"));
        assertThat(get("/api/dashboards/communes/" + unit("xa2"), ofProvince).as(Dashboards.Dashboard.class).tasks().total()).isEqualTo(1);
    }

    @Test
    void a_position_for_a_programme_sees_its_reports_under_any_of_its_names_and_acts_on_no_others() {
        var police = scoped("congan06", "xa1.congan", Role.COMMUNE_STANDING);
        published("kh", "xa1");
        monthlyRule("kh", "xa1.kinhte", "xa1.congan");
        var owed = owed(economyHead());
        var id = owed.path("id").asString();
        var rule = "/api/reports/rules/" + owed.path("rule").asString();
        soon().until(() -> get("/api/reports/obligations", police).status() == 200);
        assertThat(totalOf("/api/reports/obligations", police)).as("of no programme").isZero();
        assertThat(get("/api/reports/" + id, police).status()).isEqualTo(404);
        assertThat(get(rule, police).status()).isEqualTo(404);

        var decided = post(rule + "/terms", standing(), about("ĐA 06/CP")).as(Reports.Rule.class);

        assertThat(decided.summary().programme()).isEqualTo("ĐA 06/CP");
        assertThat(totalOf("/api/reports/obligations", police)).as("of its own unit and of others").isEqualTo(2);
        assertThat(totalOf("/api/reports/rules", police)).isEqualTo(1);
        assertThat(totalOf("/api/reports/obligations?programme=%C4%90%E1%BB%81%20%C3%A1n%20s%E1%BB%91%2006", standing())).isEqualTo(2);
        assertThat(totalOf("/api/reports/obligations?programme=%C4%90%E1%BB%81%20%C3%A1n%2060", standing())).isZero();
        assertThat(get("/api/reports/" + id, police).status()).isEqualTo(200);
        soon().until(() -> get("/api/dashboards/communes/" + unit("xa1"), police).as(Dashboards.Dashboard.class).reports().total() == 2);
        assertThat(post("/api/reports/" + id + "/acceptance", police, "{}").status()).as("it does not decide").isEqualTo(403);
        assertThat(post("/api/reports/" + id + "/submission", police,
                new Reports.Submission(true, null, null, null, null, null, null, null, null, "Điện thoại của Phòng Kinh tế")).status()).as("in its stead").isEqualTo(200);

        post(rule + "/terms", standing(), about("NQ 57"));

        assertThat(get("/api/reports/" + id, police).status()).as("what is answered belongs to the programme of its rule, too").isEqualTo(404);
        assertThat(totalOf("/api/reports/obligations", police)).isZero();
        assertThat(post(rule + "/terms", standing(), about(" - ")).code()).isEqualTo("VALIDATION");
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
    }

    @Test
    void the_reports_of_a_plan_belong_to_its_programme_until_somebody_says_otherwise() {
        var police = scoped("congan06", "xa1.congan", Role.COMMUNE_STANDING);
        var urging = scoped("doc06", "xa1.congan", Role.COMMUNE_STANDING, new ProgrammeScope(null, "NQ 57"));
        monthlyRuleOf("Đề án số 06", "kh", "xa1.kinhte");
        var owed = owed(economyHead());
        var rule = "/api/reports/rules/" + owed.path("rule").asString();

        soon().until(() -> totalOf("/api/reports/obligations", police) == 1);
        assertThat(get(rule, police).as(Reports.Rule.class).actions()).contains("terms");
        assertThat(get(rule, urging).as(Reports.Rule.class).actions()).as("sees everything, acts on another programme").isEmpty();
        assertThat(post("/api/reports/" + owed.path("id").asString() + "/submission", urging, new Reports.Submission(true, null, null, null, null)).status()).isEqualTo(403);

        post(rule + "/terms", standing(), about("Nghị quyết số 57-NQ/TW"));

        assertThat(totalOf("/api/reports/obligations", police)).isZero();
        assertThat(get(rule, urging).as(Reports.Rule.class).actions()).contains("terms");
    }

    private static Reports.RuleTerms about(String programme) {
        return new Reports.RuleTerms(null, null, null, null, null, null, null, null, null, null, null, programme);
    }

    private int totalOf(String path, String token) {
        return get(path, token).json().path("total").asInt();
    }

    private String scoped(String name, String in, Role role) {
        return scoped(name, in, role, new ProgrammeScope("Đề án 06", "Đề án 06"));
    }

    private String scoped(String name, String in, Role role, ProgrammeScope scope) {
        var person = new PersonId("n-" + UUID.randomUUID());
        var position = new PositionState(
                new PositionId(unit("p-" + name).value()), unit(in), "Phụ trách Đề án 06", role, person, null, null, scope);
        topics.organisation(List.of(), List.of(position), List.of());
        return TestIssuer.token(person);
    }
}
