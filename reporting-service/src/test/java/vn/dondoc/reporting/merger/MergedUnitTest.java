package vn.dondoc.reporting.merger;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.OrganisationEvent.UnitMerged;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.reporting.ServiceTest;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.recount.CellRecount;

import static org.assertj.core.api.Assertions.assertThat;

/** What a merged unit owes is owed by the unit that took over, once. */
class MergedUnitTest extends ServiceTest {

    private static final Reports.Submission NOTHING = new Reports.Submission(true, null, null, null, null);

    @Autowired
    private CellRecount recount;

    @Autowired
    private Targets targets;

    @Test
    void openReportsAndRulesFollowAndWhatIsFinishedStays() {
        monthlyRule("kh", "xa1.congan");
        monthlyRule("done", "xa1.congan");
        var open = owedOf("kh", police());
        var done = owedOf("done", police());
        post("/api/reports/" + done + "/submission", police(), NOTHING);
        assertThat(post("/api/reports/" + done + "/acceptance", standing(), new Reports.Decision(null)).status()).isEqualTo(200);

        merged("xa1.congan", "xa1.kinhte");

        soon().until(() -> told(open).equals(List.of("ReportRequested", "ReportReassigned")));
        assertThat(last(open, ReportEvent.ReportReassigned.class).report().unit()).isEqualTo(unit("xa1.kinhte"));
        assertThat(owedOf("kh", economyHead())).isEqualTo(open);
        assertThat(get("/api/reports/" + done, standing()).json().at("/summary/unit").asString()).isEqualTo(unit("xa1.congan").value());
        soon().until(() -> commune("xa1", standing()).lines().stream()
                .anyMatch(line -> unit("xa1.kinhte").equals(line.id()) && line.reports().open() == 1));

        todayIs(LocalDate.of(2026, 4, 1));
        soon().until(() -> items("kh", economyHead()).size() == 2);
        assertThat(items("kh", police()).size()).isZero();
        merged("xa1.congan", "xa1.kinhte");
        assertThat(told(open).stream().filter("ReportReassigned"::equals).toList()).hasSize(1);
        soon().untilAsserted(() -> assertThat(recount.differences()).isEmpty());
    }

    @Test
    void whatTheHeirOwesAlreadyIsNotOwedTwice() {
        monthlyRule("kh", "xa1.congan", "xa1.kinhte");
        var heirs = owedOf("kh", economyHead());
        var old = owedOf("kh", police());

        merged("xa1.congan", "xa1.kinhte");

        soon().until(() -> told(old).equals(List.of("ReportRequested", "ReportExempted")));
        var exempted = last(old, ReportEvent.ReportExempted.class);
        assertThat(exempted.reason()).isEqualTo("unit-merged");
        assertThat(exempted.report().status()).isEqualTo(ReportStatus.EXEMPTED);
        assertThat(told(heirs)).containsExactly("ReportRequested");
        assertThat(items("kh", economyHead()).size()).isEqualTo(1);
    }

    @Test
    void nobodyOwesAReportToItself() {
        monthlyRule("kh", "xa1.congan");
        var report = owedOf("kh", police());
        merged("xa1.congan", "xa1.vhxh");
        soon().until(() -> told(report).equals(List.of("ReportRequested", "ReportExempted")));
    }

    @Test
    void aRuleThatComesLateAndItsReportsAreForTheHeir() {
        merged("xa1.thon1", "xa1.congan");
        merged("xa1.congan", "xa1.kinhte");
        monthlyRule("kh", "xa1.thon1");
        var report = owedOf("kh", economyHead());
        soon().until(() -> !told(report).isEmpty());
        assertThat(items("kh", police()).size()).isZero();
    }

    @Test
    void aReportIsOwedToTheHeirOfItsRecipient() {
        monthlyRule("kh", "xa1.congan");
        var report = owedOf("kh", police());
        post("/api/reports/" + report + "/submission", police(), NOTHING);
        merged("xa1.vhxh", "xa1.kinhte");
        soon().until(() -> told(report).contains("ReportReassigned"));
        assertThat(post("/api/reports/" + report + "/acceptance", economyHead(), new Reports.Decision(null)).status()).isEqualTo(200);
    }

    @Test
    void aTargetIsForTheHeirWhetherItCameBeforeOrAfterTheMerger() {
        planned(target("truoc", "kh", "xa1", "xa1.congan"), 1);
        soon().until(() -> get("/api/targets/" + targetId("truoc"), police()).status() == 200);
        merged("xa1.congan", "xa1.kinhte");
        planned(target("sau", "kh", "xa1", "xa1.congan"), 1);

        for (var name : List.of("truoc", "sau")) {
            soon().until(() -> get("/api/targets/" + targetId(name), economyHead()).status() == 200);
            assertThat(get("/api/targets/" + targetId(name), police()).status()).isEqualTo(404);
        }
        soon().until(() -> commune("xa1", standing()).lines().stream()
                .anyMatch(line -> unit("xa1.kinhte").equals(line.id()) && line.targets().notMeasured() == 2));
        var heir = new Targets.Owner(plan("kh"), unit("xa1.kinhte"));
        assertThat(targets.owed(List.of(heir), "2026-03")).containsOnlyKeys(heir).satisfies(owed -> assertThat(owed.get(heir)).hasSize(2));
    }

    private String owedOf(String plan, String token) {
        return soon().until(() -> items(plan, token), items -> items.size() == 1).get(0).path("id").asString();
    }

    private JsonNode items(String plan, String token) {
        return get("/api/reports/obligations?mine=true&plan=" + plan(plan), token).json().path("items");
    }

    private void merged(String from, String into) {
        var state = new UnitState(unit(from), "Đơn vị cũ", List.of(), UnitKind.OFFICE, unit("xa1"), unit("xa1"), unit("tinh"), false, false, unit(into));
        topics.publish(new UnitMerged(state), unit("xa1"), "units/" + unit(from), 9, now());
    }
}
