package vn.dondoc.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.MatterLevel;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.testing.DeadLetterCalls;
import vn.dondoc.testing.WritingCall;
import vn.dondoc.testing.WritingCall.Kind;
import vn.dondoc.testing.WritingCall.Ready;
import vn.dondoc.testing.WritingCallTests;
import vn.dondoc.testing.WritingCalls;

/** Every writing call can be repeated, guards its version, and loses nothing to other writers. */
class RepeatedCallsTest extends ServiceTest implements WritingCallTests {

    private static final Reports.Submission DONE = new Reports.Submission(false, "Đã hoàn thành", null, null, null);
    private static final Reports.Submission NOTHING = new Reports.Submission(true, null, null, null, null);

    private final ConsolidationSpots spots = new ConsolidationSpots(this);

    private int rankings;

    @Autowired
    private MongoTemplate mongo;

    @Override
    public String service() {
        return "reporting";
    }

    @Override
    public WritingCalls writingCalls() {
        var all = new ArrayList<>(DeadLetterCalls.of(mongo, "reporting-service", province.token("tinh", Role.PROVINCE_ADMINISTRATOR)));
        all.add(call("submission", () -> Ready.of("/api/reports/" + expected() + "/submission", police(), DONE, NOTHING)));
        all.add(call("acceptance", () -> Ready.of("/api/reports/" + submitted() + "/acceptance", standing(),
                new Reports.Decision(null), new Reports.Decision("Tốt"))));
        all.add(call("return", () -> Ready.of("/api/reports/" + submitted() + "/return", standing(),
                new Reports.Decision("Thiếu số liệu"), new Reports.Decision("Thiếu phụ lục"))));
        all.add(call("readiness", () -> Ready.of("/api/reports/" + expected() + "/readiness", police())));
        all.add(call("withdrawal", () -> Ready.of("/api/reports/" + submitted() + "/withdrawal", police(), new Reports.Decision(null), new Reports.Decision("Nhầm"))));
        all.add(call("extension", () -> Ready.of("/api/reports/" + expected() + "/extension", standing(),
                new Reports.Extension(LocalDate.of(2026, 3, 20), "Chờ"), new Reports.Extension(LocalDate.of(2026, 3, 21), "Chờ"))));
        all.add(call("exemption", () -> Ready.of("/api/reports/" + expected() + "/exemption", standing(), new Reports.Decision("Trùng"), new Reports.Decision("Khác"))));
        all.add(call("explanation-request", () -> Ready.of("/api/reports/" + late() + "/explanation-request", standing(),
                new Tasks.ExplanationWanted("Vì sao chậm?", null), new Tasks.ExplanationWanted("Vì sao?", null))));
        all.add(call("explanation", () -> Ready.of("/api/reports/" + asked("/api/reports/" + late()) + "/explanation", police(),
                new Tasks.ExplanationAnswer("Thiếu số liệu"), new Tasks.ExplanationAnswer("Thiếu người"))));
        all.add(target("explanation-request", Kind.CHANGES_ONCE, () -> Ready.of("/api/targets/" + behind() + "/explanation-request", standing(),
                new Tasks.ExplanationWanted("Vì sao chậm?", null), new Tasks.ExplanationWanted("Vì sao?", null))));
        all.add(target("explanation", Kind.CHANGES_ONCE, () -> Ready.of("/api/targets/" + asked("/api/targets/" + behind()) + "/explanation", police(),
                new Tasks.ExplanationAnswer("Thiếu thiết bị"), new Tasks.ExplanationAnswer("Thiếu người"))));
        all.add(new WritingCall("POST /api/reports/{id}/files", Kind.CHANGES_ONCE, () -> new Ready(
                "/api/reports/" + expected() + "/files", police(), AccessMatrixTest.photo("a"), AccessMatrixTest.photo("b"), null)));
        all.add(new WritingCall("POST /api/reports/{id}/sections/{section}", Kind.CHANGES_ONCE, this::section));
        all.add(new WritingCall("POST /api/reports/rules/{id}/terms", Kind.CHANGES_ONCE, () -> Ready.of("/api/reports/rules/" + ruled() + "/terms", standing(),
                terms(1), terms(2))));
        all.add(new WritingCall("POST /api/reports/rules/{id}/meeting", Kind.CHANGES_ONCE, () -> Ready.of("/api/reports/rules/" + meeting() + "/meeting", standing(),
                new Reports.MeetingDay("2026-03", LocalDate.of(2026, 3, 20)), new Reports.MeetingDay("2026-03", LocalDate.of(2026, 3, 21)))));
        all.add(new WritingCall("POST /api/reports/campaigns", Kind.CREATES, () -> Ready.of("/api/reports/campaigns", provinceStanding(), campaign("Một"), campaign("Hai"))));
        all.add(new WritingCall("POST /api/reports/systems", Kind.CREATES, () -> Ready.of("/api/reports/systems", standing(), system("Một"), system("Hai"))));
        all.add(new WritingCall("POST /api/reports/systems/{id}/definition", Kind.CHANGES_ONCE, () -> {
            var path = "/api/reports/systems/" + post("/api/reports/systems", standing(), system("Đầu")).json().path("summary").path("id").asString();
            return new Ready(path + "/definition", standing(), WritingCall.Content.json(system("Một")), WritingCall.Content.json(system("Hai")),
                    get(path, standing()).json().path("version").asLong());
        }));
        all.add(new WritingCall("POST /api/reports/reminders", Kind.CREATES, () -> Ready.of("/api/reports/reminders", standing(),
                new Reports.Reminder(new RuleId(ruled()), "2026-03"), new Reports.Reminder(new RuleId(ruled()), "2026-04"))));
        all.add(new WritingCall("POST /api/reports/matters/{id}/answer", Kind.CHANGES_ONCE, () -> Ready.of("/api/reports/matters/" + matter() + "/answer", standing(),
                new Reports.MatterAnswer("Có"), new Reports.MatterAnswer("Không"))));
        all.add(new WritingCall("POST /api/reports/matters/{id}/escalation", Kind.CHANGES_ONCE, () -> Ready.of("/api/reports/matters/" + matter() + "/escalation", standing(),
                new Reports.MatterEscalation(MatterLevel.LEADER, LocalDate.of(2026, 3, 20), null),
                new Reports.MatterEscalation(MatterLevel.PROVINCE, LocalDate.of(2026, 3, 20), null))));
        consolidations(all);
        all.add(new WritingCall("POST /api/targets/indicators", Kind.CREATES, () -> Ready.of("/api/targets/indicators", standing(), indicator("Một"), indicator("Hai"))));
        all.add(new WritingCall("POST /api/targets/indicators/{id}/withdrawal", Kind.CHANGES_ONCE, () -> {
            var made = post("/api/targets/indicators", standing(), indicator("Ba")).as(Targets.Indicator.class);
            soon().until(() -> get("/api/targets?plan=" + made.plan(), standing()).json().path("items").size() == 1);
            return Ready.of("/api/targets/indicators/" + made.id() + "/withdrawal", standing());
        }));
        all.add(new WritingCall("PUT /api/rankings/rules/{unit}", Kind.CHANGES_ONCE, () -> {
            var path = "/api/rankings/rules/" + unit("tinh");
            return new Ready(path, provinceStanding(), WritingCall.Content.json(ranking()), WritingCall.Content.json(ranking()),
                    get(path, provinceStanding()).as(Rankings.Rule.class).version());
        }));
        all.add(target("measurement", Kind.CHANGES_ONCE, () -> Ready.of("/api/targets/" + tracked() + "/measurement", police(), reading("61", null), reading("62", null))));
        all.add(target("correction", Kind.APPENDS, () -> Ready.of(
                "/api/targets/" + measured() + "/correction", police(), reading("63", "Gõ nhầm"), reading("64", "Gõ nhầm"))));
        all.add(target("definition", Kind.CHANGES_ONCE, () -> Ready.of("/api/targets/" + tracked() + "/definition", standing(),
                new Targets.Definition(TargetArithmetic.SUM, null), new Targets.Definition(TargetArithmetic.CUMULATIVE, null))));
        all.add(target("base", Kind.APPENDS, () -> Ready.of("/api/targets/" + computed() + "/base", standing(),
                new Targets.BaseWanted(2_000_000_000L, 2026, "NQ 34"), new Targets.BaseWanted(3_000_000_000L, 2026, "NQ 35"))));
        all.add(new WritingCall("POST /api/targets/workbooks", Kind.NATURALLY_ONCE, () -> new Ready("/api/targets/workbooks", police(), FigureBooks.of(tracked()), null, null)));
        all.add(new WritingCall("POST /api/targets/workbooks/{id}/confirmation", Kind.NOTHING_NEW_AGAIN, () ->
                Ready.of("/api/targets/workbooks/" + FigureBooks.sent(origin(), police(), FigureBooks.of(tracked())) + "/confirmation", police())));
        // What an indicator is measured as follows it
        return new WritingCalls(origin(), mongo, all, Set.of("IndicatorFollowed", "TargetTracked"));
    }

    private void consolidations(List<WritingCall> all) {
        var base = "/api/reports/consolidations";
        var leader = province.token("xa1", Role.COMMUNE_LEADER);
        all.add(new WritingCall("POST " + base, Kind.NATURALLY_ONCE, () -> new Ready(
                base, standing(), WritingCall.Content.json(new Consolidations.Wanted(ruleOf(submitted()), "2026-03")), null, null)));
        all.add(new WritingCall("POST " + base + "/{id}/intake", Kind.CHANGES_ONCE, () -> {
            var report = expected();
            var id = spots.opened(ruleOf(report), "2026-03", standing(), null);
            post("/api/reports/" + report + "/submission", police(), DONE);
            return new Ready(base + "/" + id + "/intake", standing(), null, null, 1L);
        }));
        all.add(new WritingCall("POST " + base + "/{id}/sections/{section}", Kind.CHANGES_ONCE, () -> new Ready(
                base + "/" + spots.opened(ruleOf(submitted()), "2026-03", standing(), null) + "/sections/results", standing(),
                WritingCall.Content.json(new Consolidations.SectionText("Một", null)), WritingCall.Content.json(new Consolidations.SectionText("Hai", null)), 0L)));
        all.add(new WritingCall("POST " + base + "/{id}/presentation", Kind.CHANGES_ONCE, () -> new Ready(
                base + "/" + spots.opened(ruleOf(submitted()), "2026-03", standing(), null) + "/presentation", standing(), null, null, 1L)));
        all.add(new WritingCall("POST " + base + "/{id}/signing", Kind.CHANGES_ONCE, () -> new Ready(
                base + "/" + spots.opened(ruleOf(submitted()), "2026-03", standing(), null) + "/signing", leader, WritingCall.Content.json(new Consolidations.SignOff(null)), null, 1L)));
        all.add(new WritingCall("POST " + base + "/{id}/reopening", Kind.CHANGES_ONCE, () -> new Ready(
                base + "/" + spots.opened(ruleOf(submitted()), "2026-03", standing(), leader) + "/reopening", leader,
                WritingCall.Content.json(new Consolidations.Reopening("Sai")), WritingCall.Content.json(new Consolidations.Reopening("Thiếu")), 2L)));
        all.add(new WritingCall("POST " + base + "/{id}/issue", Kind.CHANGES_ONCE, () -> new Ready(
                base + "/" + spots.opened(ruleOf(submitted()), "2026-03", standing(), leader) + "/issue", standing(), ConsolidationSpots.copy("05/BC-UBND"),
                ConsolidationSpots.copy("06/BC-UBND"), 2L)));
    }

    private RuleId ruleOf(String report) {
        return get("/api/reports/" + report, standing()).as(Reports.Obligation.class).summary().rule();
    }

    private static Targets.IndicatorWanted indicator(String name) {
        var own = name + " " + UUID.randomUUID();
        return new Targets.IndicatorWanted(own.substring(0, 20), own, "%", ">=", new BigDecimal("80"), null, null, null, null);
    }

    /** Never what another call left there. */
    private Rankings.Wanted ranking() {
        return new Rankings.Wanted(
                Rankings.Period.MONTH, List.of(new Rankings.Weight(Rankings.Figure.TASKS_OPENED, 1)), ++rankings, false, true, false, 3, null,
                null, false);
    }

    private static WritingCall call(String what, Supplier<Ready> ready) {
        return new WritingCall("POST /api/reports/{id}/" + what, Kind.CHANGES_ONCE, ready);
    }

    private static WritingCall target(String what, Kind kind, Supplier<Ready> ready) {
        return new WritingCall("POST /api/targets/{id}/" + what, kind, ready);
    }

    private static Targets.Reading reading(String value, String reason) {
        return new Targets.Reading("2026-02", new BigDecimal(value), null, null, false, null, null, null, reason);
    }

    private String tracked() {
        var name = "ct" + UUID.randomUUID().toString().substring(0, 6);
        planned(target(name, "kh", "xa1", "xa1.congan"), 1);
        soon().until(() -> get("/api/targets/" + targetId(name), police()).status() == 200);
        return targetId(name).value();
    }

    private String measured() {
        var id = tracked();
        post("/api/targets/" + id + "/measurement", police(), reading("60", null));
        return id;
    }

    private String behind() {
        var id = tracked();
        post("/api/targets/" + id + "/measurement", police(), new Targets.Reading("2026-01", new BigDecimal("70"), null, null, false, null, null, null, null));
        post("/api/targets/" + id + "/measurement", police(), reading("60", null));
        return id;
    }

    /** A report that was sent late; what else is expected stays in time. */
    private String late() {
        var id = expected();
        todayIs(LocalDate.of(2026, 3, 15));
        post("/api/reports/" + id + "/submission", police(), DONE);
        todayIs(MARCH_2);
        return id;
    }

    private String asked(String path) {
        post(path + "/explanation-request", standing(), new Tasks.ExplanationWanted("Vì sao chậm?", null));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String computed() {
        var id = tracked();
        post("/api/targets/" + id + "/definition", standing(), new Targets.Definition(
                null, new Targets.ShareWanted(ShareMoney.PLANNED, null, 1_000_000_000L, 2026, "NQ 21")));
        return id;
    }

    private String expected() {
        var plan = "kh" + UUID.randomUUID().toString().substring(0, 6);
        monthlyRule(plan, "xa1.congan");
        return soon().until(() -> get("/api/reports/obligations?mine=true&plan=" + plan(plan), police()).json().path("items"), items -> items.size() == 1)
                .get(0).path("id").asString();
    }

    private Ready section() {
        var path = "/api/reports/" + expected() + "/sections/results";
        post(path, police(), new Reports.SectionText("Bản đầu"), "If-Match", "\"0\"");
        return new Ready(path, police(), WritingCall.Content.json(new Reports.SectionText("Bản hai")), WritingCall.Content.json(new Reports.SectionText("Bản ba")), 1L);
    }

    private String ruled() {
        return get("/api/reports/" + expected(), police()).as(Reports.Obligation.class).summary().rule().value();
    }

    private String meeting() {
        var rule = ruled();
        post("/api/reports/rules/" + rule + "/terms", standing(), new Reports.RuleTerms(null, null, null, null, null, null, null, null, null, "Giao ban", 1));
        return rule;
    }

    private static Reports.RuleTerms terms(int grace) {
        return new Reports.RuleTerms(14, null, grace, null, null, null, null, null, null, null, null);
    }

    /** Used no more: nothing opens while the call is looked at. */
    private Systems.Wanted system(String name) {
        return new Systems.Wanted(
                null, name, "https://example.vn", List.of(new Systems.Column("Mã", Systems.Field.CODE)), Frequency.YEARLY, 0, null, unit("xa1.congan"), null, true);
    }

    private Reports.CampaignWanted campaign(String title) {
        return new Reports.CampaignWanted(title, null, List.of(unit("xa1")), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 20), null, null);
    }

    private String matter() {
        var id = expected();
        post("/api/reports/" + id + "/submission", police(), new Reports.Submission(false, "Xong", null, null, null, List.of("Thiếu kinh phí"), null, null, null, null));
        return soon().until(() -> get("/api/reports/" + id, police()).json().path("matters"), matters -> matters.size() == 1).get(0).path("id").asString();
    }

    private String submitted() {
        var id = expected();
        post("/api/reports/" + id + "/submission", police(), DONE);
        return id;
    }
}
