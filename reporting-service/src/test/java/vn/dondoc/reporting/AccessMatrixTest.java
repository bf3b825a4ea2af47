package vn.dondoc.reporting;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.MatterLevel;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Breadth;
import vn.dondoc.platform.access.Place;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.process.ProcessKind;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.Wanted;
import vn.dondoc.testing.AccessMatrix;
import vn.dondoc.testing.AccessProbe;
import vn.dondoc.testing.AccessProbe.Sent;
import vn.dondoc.testing.AccessStages;
import vn.dondoc.testing.OperationProbes;
import vn.dondoc.testing.RolesTable;
import vn.dondoc.testing.Seats;
import vn.dondoc.testing.Seats.Seat;
import vn.dondoc.testing.Seats.Spot;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestProvince;
import vn.dondoc.testing.WritingCall;

import static java.nio.charset.StandardCharsets.UTF_8;

class AccessMatrixTest extends ServiceTest {

    private static final Reports.Submission DONE =
            new Reports.Submission(false, "Đã hoàn thành", null, null, null, List.of("Thiếu kinh phí"), null, null, null, "Báo qua điện thoại");
    private static final List<String> UNITS = List.of("xa1", "xa1.vhxh", "xa1.kinhte", "xa1.congan", "xa1.thon1", "xa2.kinhte");

    private final Map<String, Map<String, String>> reports = new ConcurrentHashMap<>();
    private final Map<String, String> made = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private TestProvince elsewhere = new TestProvince("unused");

    private final AtomicInteger sections = new AtomicInteger();
    private final AtomicInteger versions = new AtomicInteger();
    private final ConsolidationSpots spots = new ConsolidationSpots(this);

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Processes processes;

    @Autowired
    private List<ProcessKind> kinds;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void the_page_of_roles_says_what_the_handlers_declare() {
        RolesTable.isOnThePage("reporting", matrix().table());
    }

    @Test
    void every_call_is_answered_as_declared_in_every_role_and_place_and_again_after_a_transfer_and_a_merger() {
        elsewhere = new TestProvince("e" + UUID.randomUUID().toString().substring(0, 6));
        elsewhere.publish(topics);
        var seats = new Seats(province, elsewhere);
        topics.organisation(List.of(), seats.further(), List.of());
        List.of(province, elsewhere).forEach(this::programme);
        AccessStages.transfer(seats, position -> topics.organisation(List.of(), List.of(position), List.of()), this::isKnown,
                known -> soon().untilAsserted(known::run));
        var matrix = matrix();
        matrix.strangers(seats).isAsDeclared();
        matrix.everybody(seats).isAsDeclared();
        matrix.readers(seats, List.of(seats.afterTransfer())).isAsDeclared();
        matrix.nothingLeaks(seats, searches()).isAsDeclared();

        reports.clear();
        made.clear();
        topics.organisation(AccessStages.merged(province), AccessStages.moved(province, seats), List.of());
        var police = new Spot(province, "xa1", "xa1.congan");
        soon().until(() -> get("/api/targets/" + target("merged", police), seats.merged().afterTransfer().token()).status() == 200);
        matrix.everybody(seats.merged()).isAsDeclared();
        matrix.readers(seats.merged(), List.of(seats.merged().afterTransfer())).isAsDeclared();
    }

    /** One that is known in every commune. */
    private void programme(TestProvince where) {
        var body = new BodyState(new BodyId("ct-" + where.unit("tinh")), "Đề án 06", BodyKind.PROGRAMME, where.unit("tinh"), null, null, null, List.of(), true);
        topics.publish(Topic.ORGANISATION.topicName(), "body/" + body.id(), "BodyState", "body/" + body.id(), 1, now(), EventJson.mapper().writeValueAsBytes(body));
        soon().until(() -> get("/api/dashboards/programmes/dean06", where.token("so", Role.PROVINCE_STANDING)).status() == 200);
    }

    /** For what lies where others see nothing, in lists and counts; and what the scraper of metrics reads. */
    private List<String> searches() {
        var other = province.unit("xa2");
        return List.of(
                "/api/targets?commune=" + other, "/api/targets?unit=" + elsewhere.unit("xa1.kinhte") + "&limit=1", "/api/reports/obligations?commune=" + other,
                "/api/reports/obligations?unit=" + elsewhere.unit("xa1.kinhte") + "&limit=1", "/api/targets?limit=200", "/api/reports/obligations?limit=200",
                "/actuator/prometheus", "/actuator/health");
    }

    private boolean isKnown(PersonId person) {
        return get("/api/targets", TestIssuer.token(person)).status() == 200;
    }

    private AccessMatrix matrix() {
        var operations = "/api/operations/reporting-service/";
        var probes = new HashMap<>(OperationProbes.of(mongo, "reporting-service"));
        probes.put("GET " + operations + "model", AccessProbe.of(operations + "model"));
        probes.put("POST " + operations + "rebuild", AccessProbe.refusedOnly(operations + "rebuild"));
        probes.put("POST " + operations + "recount", AccessProbe.refusedOnly(operations + "recount"));
        probes.put("GET /api/dashboards/province", AccessProbe.of("/api/dashboards/province"));
        probes.put("GET /api/dashboards/province/workbook", AccessProbe.of("/api/dashboards/province/workbook"));
        probes.put("GET /api/dashboards/communes/{id}/workbook", (_, place, spot) -> spot.commune() == null ? null : Sent.to("/api/dashboards/communes/" + spot.communeId() + "/workbook"));
        probes.put("GET /api/dashboards/province/trend", AccessProbe.of("/api/dashboards/province/trend"));
        probes.put("GET /api/dashboards/communes/{id}/trend", (_, place, spot) -> spot.commune() == null ? null : Sent.to("/api/dashboards/communes/" + spot.communeId() + "/trend"));
        probes.put("GET /api/dashboards/communes/{id}", (_, place, spot) -> spot.commune() == null ? null : Sent.to("/api/dashboards/communes/" + spot.communeId()));
        probes.put("GET /api/dashboards/programmes", AccessProbe.of("/api/dashboards/programmes"));
        probes.put("GET /api/dashboards/programmes/workbook", AccessProbe.of("/api/dashboards/programmes/workbook"));
        probes.put("GET /api/dashboards/programmes/{key}", AccessProbe.of("/api/dashboards/programmes/dean06"));
        probes.put("GET /api/dashboards/programmes/{key}/trend", AccessProbe.of("/api/dashboards/programmes/dean06/trend"));
        probes.put("GET /api/dashboards/programmes/{key}/workbook", AccessProbe.of("/api/dashboards/programmes/dean06/workbook"));
        probes.put("GET /api/dashboards/changes", AccessProbe.of("/api/dashboards/changes"));
        probes.put("GET /api/reports/processes/{id}", (_, place, spot) -> switch (place) {
            case OWN_COMMUNE, OTHER_COMMUNE, PROVINCE -> Sent.to("/api/reports/processes/" + process(spot));
            default -> null;
        });
        probes.put("GET /api/reports/obligations", AccessProbe.of("/api/reports/obligations"));
        probes.put("GET /api/reports/{id}", (_, _, spot) -> spot.commune() == null ? null : Sent.to("/api/reports/" + report("read", spot)));
        probes.put("POST /api/reports/{id}/submission", (_, _, spot) -> spot.commune() == null ? null
                : Sent.to("/api/reports/" + report("submission", spot) + "/submission", DONE));
        probes.put("POST /api/reports/{id}/acceptance", (_, _, spot) -> spot.commune() == null ? null
                : Sent.to("/api/reports/" + submitted("acceptance", spot) + "/acceptance", new Reports.Decision("Tốt")));
        probes.put("POST /api/reports/{id}/return", (_, _, spot) -> spot.commune() == null ? null
                : Sent.to("/api/reports/" + submitted("return", spot) + "/return", new Reports.Decision("Thiếu số liệu")));
        rankings(probes);
        reports(probes);
        targets(probes);
        return new AccessMatrix(origin(), mapping, probes);
    }

    private void rankings(Map<String, AccessProbe> probes) {
        var base = "/api/rankings/";
        probes.put("GET " + base + "rules/{unit}", rankingRule(Sent::to));
        probes.put("PUT " + base + "rules/{unit}", rankingRule(path -> Sent.to(path, new Rankings.Wanted(
                Rankings.Period.MONTH, List.of(new Rankings.Weight(Rankings.Figure.TASKS_OPENED, versions.incrementAndGet() % 100 + 1)), 1, false, true, false, 3, null, null, false))
                .at(() -> get(path, path.endsWith(province.unit("tinh").value()) ? administrator() : elsewhere.token("tinh", Role.PROVINCE_ADMINISTRATOR))
                        .as(Rankings.Rule.class).version())));
        probes.put("GET " + base + "communes", AccessProbe.of(base + "communes"));
        probes.put("GET " + base + "communes/workbook", AccessProbe.of(base + "communes/workbook"));
        for (var what : List.of("/units", "/units/workbook")) {
            probes.put("GET " + base + "communes/{id}" + what, (_, _, spot) -> spot.commune() == null ? null : Sent.to(base + "communes/" + spot.communeId() + what));
        }
    }

    private AccessProbe rankingRule(Function<String, Sent> sent) {
        return (_, place, spot) -> place == Place.PROVINCE || place == Place.OTHER_COMMUNE && spot.of() == elsewhere
                ? sent.apply("/api/rankings/rules/" + spot.provinceId()) : null;
    }

    private void reports(Map<String, AccessProbe> probes) {
        report(probes, "/readiness", spot -> report("written", spot), null);
        report(probes, "/withdrawal", spot -> submitted("withdrawal", spot), new Reports.Decision(null));
        report(probes, "/extension", spot -> report("extension", spot), new Reports.Extension(LocalDate.of(2026, 3, 20), "Chờ số liệu"));
        report(probes, "/exemption", spot -> report("exemption", spot), new Reports.Decision("Trùng báo cáo chuyên đề"));
        report(probes, "/explanation-request", spot -> late("late", spot), new Tasks.ExplanationWanted("Vì sao chậm?", null));
        report(probes, "/explanation", spot -> late("asked", spot), new Tasks.ExplanationAnswer("Thiếu số liệu"));
        report(probes, "/files", spot -> report("written", spot), photo("anh"));
        probes.put("POST /api/reports/{id}/sections/{section}", (_, _, spot) -> spot.commune() == null ? null
                : Sent.to("/api/reports/" + report("written", spot) + "/sections/results", new Reports.SectionText("Đang viết " + sections.incrementAndGet()))
                        .at(() -> version(report("written", spot), spot)));
        probes.put("GET /api/reports/{id}/files/{file}", (_, _, spot) -> spot.commune() == null ? null
                : Sent.to("/api/reports/" + report("read", spot) + "/files/" + file("read", spot)));
        probes.put("GET /api/reports/rules", AccessProbe.of("/api/reports/rules"));
        rule(probes, "GET", "", null);
        rule(probes, "POST", "/terms", new Reports.RuleTerms(14, null, 1, null, null, null, null, null, null, "Giao ban", 2));
        rule(probes, "POST", "/meeting", new Reports.MeetingDay("2026-03", LocalDate.of(2026, 3, 20)));
        probes.put("GET /api/reports/campaigns", AccessProbe.of("/api/reports/campaigns"));
        probes.put("GET /api/reports/campaigns/{id}", (_, _, spot) -> spot.commune() == null ? Sent.to("/api/reports/campaigns/" + campaign()) : null);
        probes.put("POST /api/reports/campaigns", (_, _, _) -> Sent.to("/api/reports/campaigns", asked()));
        probes.put("GET /api/reports/systems", AccessProbe.of("/api/reports/systems"));
        probes.put("POST /api/reports/systems", (_, _, spot) -> Sent.to("/api/reports/systems", system(ownerOf(spot))));
        system(probes, "GET", "", false);
        system(probes, "GET", "/figure", false);
        system(probes, "POST", "/definition", true);
        probes.put("POST /api/reports/reminders", AccessProbe.of("/api/reports/reminders", new Reports.Reminder(new RuleId("r-none"), "2026-03")));
        probes.put("GET /api/reports/consolidated", AccessProbe.of("/api/reports/consolidated?rule=r-none&period=2026-03"));
        probes.put("GET /api/reports/consolidations", AccessProbe.of("/api/reports/consolidations"));
        probes.put("POST /api/reports/consolidations", (seat, _, _) -> seat.rights().breadth() == Breadth.PROVINCE
                ? Sent.to("/api/reports/consolidations", new Consolidations.Wanted(new RuleId(campaign()), "2026-03-20"))
                : Sent.to("/api/reports/consolidations", new Consolidations.Wanted(new RuleId(ruleOf(new Spot(province, "xa1", "xa1.thon1"))), "2026-03")));
        consolidation(probes, "GET", "", null);
        consolidation(probes, "GET", "/document", null);
        consolidation(probes, "GET", "/pdf", null);
        consolidation(probes, "GET", "/workbook", null);
        consolidation(probes, "GET", "/signed", null);
        consolidation(probes, "POST", "/intake", null);
        consolidation(probes, "POST", "/presentation", null);
        consolidation(probes, "POST", "/signing", new Consolidations.SignOff(null));
        consolidation(probes, "POST", "/reopening", new Consolidations.Reopening("Sai số liệu"));
        consolidation(probes, "POST", "/issue", ConsolidationSpots.copy("5/BC-UBND"));
        consolidation(probes, "POST", "/sections/{section}", new Consolidations.SectionText("Đã sửa", null));
        probes.put("GET /api/reports/matters", AccessProbe.of("/api/reports/matters"));
        matter(probes, "/answer", new Reports.MatterAnswer("Đã bố trí"));
        matter(probes, "/escalation", new Reports.MatterEscalation(MatterLevel.LEADER, LocalDate.of(2026, 3, 20), null));
    }

    private void report(Map<String, AccessProbe> probes, String what, Function<Spot, String> id, Object body) {
        probes.put("POST /api/reports/{id}" + what, (_, _, spot) -> {
            if (spot.commune() == null) {
                return null;
            }
            var path = "/api/reports/" + id.apply(spot) + what;
            return body == null ? Sent.to(path) : Sent.to(path, body);
        });
    }

    private void rule(Map<String, AccessProbe> probes, String method, String what, Object body) {
        probes.put(method + " /api/reports/rules/{id}" + what, (_, _, spot) -> {
            if (spot.commune() == null) {
                return null;
            }
            var rule = "/api/reports/rules/" + ruleOf(spot);
            if (what.equals("/meeting")) {
                once("meeting " + rule, () -> {
                    done(rule + "/terms", spot.standing(), new Reports.RuleTerms(14, null, 1, null, null, null, null, null, null, "Giao ban", 2));
                    return rule;
                });
            }
            var path = rule + what;
            return body == null ? Sent.to(path) : Sent.to(path, body);
        });
    }

    /** Of a commune or the province; they are of no unit. Nobody of the province may sign what the only seat there wrote, so nothing of it is issued. */
    private void consolidation(Map<String, AccessProbe> probes, String method, String what, Object body) {
        probes.put(method + " /api/reports/consolidations/{id}" + what, (_, place, spot) -> {
            if (place == Place.OWN_UNIT || place == Place.SIBLING || place == Place.OTHER_PROGRAMME || what.equals("/signed") && spot.commune() == null) {
                return null;
            }
            var use = List.of("/signing", "/reopening", "/issue", "/signed").contains(what) ? what : "";
            var id = consolidated(use, spot);
            var path = "/api/reports/consolidations/" + id + what.replace("{section}", "results");
            var sent = body == null ? Sent.to(path) : Sent.to(path, body);
            var reader = spot.commune() == null ? provinceStanding() : spot.standing();
            return method.equals("GET") ? sent : sent.at(() -> what.startsWith("/sections") ? spots.sectionVersion(id, reader) : spots.version(id, reader));
        });
    }

    /** What is made may need other things that are made once, which a map that computes forbids; calls are made side by side. */
    private String once(String key, Supplier<String> making) {
        synchronized (locks.computeIfAbsent(key, _ -> new Object())) {
            var there = made.get(key);
            if (there != null) {
                return there;
            }
            var fresh = making.get();
            made.put(key, fresh);
            return fresh;
        }
    }

    private String consolidated(String use, Spot spot) {
        return once("consolidation " + use + " " + (spot.of() == province ? "" : "elsewhere ") + spot.commune(), () -> {
            if (spot.commune() == null) {
                return spots.opened(new RuleId(campaign()), "2026-03-20", provinceStanding(), null);
            }
            var unit = spot.of() == province && spot.commune().equals("xa1") ? "xa1.thon1" : spot.commune() + ".kinhte";
            var report = submitted("consolidation" + use, new Spot(spot.of(), spot.commune(), unit));
            var rule = get("/api/reports/" + report, spot.standing()).as(Reports.Obligation.class).summary().rule();
            var id = spots.opened(rule, "2026-03", spot.standing(), List.of("/reopening", "/issue", "/signed").contains(use) ? spot.leader() : null);
            if (use.equals("/signed")) {
                spots.issue(id, spot.standing());
            }
            return id;
        });
    }

    private void matter(Map<String, AccessProbe> probes, String what, Object body) {
        probes.put("POST /api/reports/matters/{id}" + what,
                (_, _, spot) -> spot.commune() == null ? null : Sent.to("/api/reports/matters/" + matterOf(what, spot) + what, body));
    }

    static WritingCall.Content photo(String name) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + ".png\"\r\nContent-Type: image/png\r\n\r\n").getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1});
        bytes.writeBytes("\r\n--grenze--\r\n".getBytes(UTF_8));
        return new WritingCall.Content("multipart/form-data; boundary=grenze", bytes.toByteArray());
    }

    private String file(String use, Spot spot) {
        return once("file " + use + " " + key(spot), () -> {
            var content = photo("anh");
            try {
                var sent = request("/api/reports/" + report(use, spot) + "/files", spot.standing()).header("Content-Type", content.type())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content.bytes())).build();
                return EventJson.mapper().readTree(http.send(sent, HttpResponse.BodyHandlers.ofString()).body()).path("files").get(0).path("id").asString();
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(broken);
            }
        });
    }

    private long version(String report, Spot spot) {
        return get("/api/reports/" + report, spot.standing()).as(Reports.Obligation.class).draft().stream()
                .filter(section -> section.name().equals("results")).findFirst().map(Reports.Section::version).orElse(0L);
    }

    private String ruleOf(Spot spot) {
        return get("/api/reports/" + report("read", spot), spot.standing()).as(Reports.Obligation.class).summary().rule().value();
    }

    private String matterOf(String use, Spot spot) {
        var report = submitted("matter" + use, spot);
        return once("matter " + use + " " + key(spot), () -> soon()
                .until(() -> get("/api/reports/" + report, spot.standing()).json().path("matters"), matters -> matters.size() == 1).get(0).path("id").asString());
    }

    /** Of a commune or the province; they are of no unit. */
    private void system(Map<String, AccessProbe> probes, String method, String what, boolean changes) {
        probes.put(method + " /api/reports/systems/{id}" + what, (_, place, spot) -> {
            if (place == Place.OWN_UNIT || place == Place.SIBLING || place == Place.OTHER_PROGRAMME) {
                return null;
            }
            var keeper = spot.commune() == null ? provinceStanding() : spot.standing();
            var owner = ownerOf(spot);
            // Right after a merger somebody's rights may not be known yet
            var id = once("system " + (spot.of() == province ? "" : "elsewhere ") + spot.commune(), () -> soon().until(() ->
                    post("/api/reports/systems", keeper, system(owner)).json().path("summary").path("id").asString(), made -> !made.isEmpty()));
            var path = "/api/reports/systems/" + id;
            return !changes ? Sent.to(path + what)
                    : Sent.to(path + what, system(owner)).at(() -> get(path, keeper).json().path("version").asLong());
        });
    }

    /** It stays through the merger. */
    private static UnitId ownerOf(Spot spot) {
        return spot.commune() == null ? null : spot.of().unit(spot.commune() + ".congan");
    }

    /** Used no more: no report comes of it. */
    private static Systems.Wanted system(UnitId owner) {
        return new Systems.Wanted(
                null, "Hệ thống theo dõi", "https://example.vn", List.of(new Systems.Column("Mã", Systems.Field.CODE)), Frequency.YEARLY, 0, null, owner, null, true);
    }

    private Reports.CampaignWanted asked() {
        return new Reports.CampaignWanted(
                "Việc báo cáo nhanh", null, List.of(province.unit("xa1")), MARCH_2, LocalDate.of(2026, 3, 20), null, List.of(new Reports.Question("Số hộ", true)));
    }

    private String campaign() {
        // Right after a merger somebody's rights may not be known yet
        return once("campaign", () -> {
            var made = soon().until(() ->
                    post("/api/reports/campaigns", provinceStanding(), asked()).json().path("summary").path("id").asString(), id -> !id.isEmpty());
            // A sweep expects its reports; without them there is nothing to consolidate
            soon().until(() -> get("/api/reports/obligations?rule=" + made, provinceStanding()).json().path("total").asInt() > 0);
            return made;
        });
    }

    private void targets(Map<String, AccessProbe> probes) {
        probes.put("GET /api/targets", AccessProbe.of("/api/targets"));
        probes.put("GET /api/targets/workbook", AccessProbe.of("/api/targets/workbook"));
        probes.put("POST /api/targets/workbooks", AccessProbe.of("/api/targets/workbooks", FigureBooks.empty()));
        probes.put("POST /api/targets/workbooks/{id}/confirmation", (seat, _, _) -> Sent.to("/api/targets/workbooks/" + sheet(seat) + "/confirmation"));
        probes.put("GET /api/targets/indicators", AccessProbe.of("/api/targets/indicators"));
        probes.put("POST /api/targets/indicators", (_, _, _) -> Sent.to("/api/targets/indicators", indicator("Việc chỉ số riêng")));
        probes.put("POST /api/targets/indicators/{id}/withdrawal", (_, place, spot) -> place == Place.OWN_UNIT || place == Place.SIBLING || place == Place.OTHER_PROGRAMME
                ? null : Sent.to("/api/targets/indicators/" + indicated(spot) + "/withdrawal"));
        target(probes, "GET", "", "read", null);
        target(probes, "GET", "/rows", "computed", null);
        target(probes, "POST", "/measurement", "measurement", reading(null));
        target(probes, "POST", "/correction", "measured", reading("Gõ nhầm"));
        target(probes, "POST", "/definition", "definition", new Targets.Definition(TargetArithmetic.SUM, null));
        target(probes, "POST", "/base", "computed", new Targets.BaseWanted(2_000_000_000L, 2026, "NQ 34"));
        target(probes, "POST", "/explanation-request", "behind", new Tasks.ExplanationWanted("Vì sao chậm?", null));
        target(probes, "POST", "/explanation", "asked", new Tasks.ExplanationAnswer("Thiếu thiết bị"));
    }

    /** Never one that its place has already. */
    private static Targets.IndicatorWanted indicator(String words) {
        var name = words + " " + UUID.randomUUID();
        return new Targets.IndicatorWanted("C-" + Integer.toHexString(name.hashCode()), name, "%", ">=", new BigDecimal("80"), Frequency.MONTHLY, "Hệ thống một cửa", null, null);
    }

    /** Of a commune or the province; they are of no unit. */
    private String indicated(Spot spot) {
        return once("indicator " + (spot.of() == province ? "" : "elsewhere ") + spot.commune(), () -> {
            var token = spot.commune() != null ? spot.standing() : spot.of().token("so", Role.PROVINCE_STANDING);
            return soon().until(() -> post("/api/targets/indicators", token, indicator("Việc chỉ số " + spot.commune())).json().path("id").asString(), id -> !id.isEmpty());
        });
    }

    private String sheet(Seat seat) {
        var rights = seat.rights();
        return Set.of(Role.COMMUNE_LEADER, Role.COMMUNE_STANDING, Role.UNIT_HEAD, Role.OFFICER, Role.VILLAGE_HEAD).contains(rights.role())
                ? FigureBooks.sent(origin(), seat.token(), FigureBooks.empty()) : "anybodys";
    }

    private void target(Map<String, AccessProbe> probes, String method, String what, String use, Object body) {
        probes.put(method + " /api/targets/{id}" + what, (_, _, spot) -> {
            if (spot.commune() == null) {
                return null;
            }
            var path = "/api/targets/" + target(use, spot) + what;
            return body == null ? Sent.to(path) : Sent.to(path, body);
        });
    }

    // --- what is there for each call and spot

    private String key(Spot spot) {
        return (spot.of() == province ? "" : "elsewhere ") + spot.unit();
    }

    private String target(String use, Spot spot) {
        return once("target " + use + " " + key(spot), () -> {
            var id = new TargetId("ct-" + UUID.randomUUID());
            topics.publish(new PlanEvent.TargetPlanned(new PlannedTarget(
                    id, new PlanId("kh-" + spot.communeId()), spot.provinceId(), spot.communeId(), 1, "Chính quyền số", word(spot) + " " + id, ">=", new BigDecimal("80"),
                    "%", spot.unitId(), "Hệ thống một cửa", Frequency.MONTHLY)), spot.communeId(), "targets/" + id, 1, now());
            soon().until(() -> get("/api/targets/" + id, spot.standing()).status() == 200);
            if (use.equals("computed")) {
                done("/api/targets/" + id + "/definition", spot.standing(), new Targets.Definition(
                        null, new Targets.ShareWanted(ShareMoney.PLANNED, null, 1_000_000_000L, 2026, "NQ 21")));
            } else if (use.equals("measured")) {
                done("/api/targets/" + id + "/measurement", spot.standing(), reading(null));
            } else if (use.equals("behind") || use.equals("asked")) {
                done("/api/targets/" + id + "/measurement", spot.standing(), new Targets.Reading("2026-01", new BigDecimal("70"), null, null, false, "Sổ", null, null, null));
                done("/api/targets/" + id + "/measurement", spot.standing(), reading(null));
            }
            if (use.equals("asked")) {
                done("/api/targets/" + id + "/explanation-request", spot.leader(), new Tasks.ExplanationWanted("Vì sao chậm?", null));
            }
            return id.value();
        });
    }

    private static Targets.Reading reading(String reason) {
        return new Targets.Reading("2026-02", new BigDecimal(reason == null ? "61" : "62"), null, null, false, "Sổ theo dõi", null, null, reason);
    }

    private String submitted(String use, Spot spot) {
        return once(use + " " + key(spot), () -> {
            var id = report(use, spot);
            done("/api/reports/" + id + "/submission", spot.standing(), DONE);
            return id;
        });
    }

    /** Its last day lies before today, which no sweep of the other reports has to see. */
    private String late(String use, Spot spot) {
        return once("report " + use + " " + key(spot), () -> {
            var id = report(use, spot);
            mongo.getCollection("obligations").updateOne(Filters.eq("_id", id), Updates.set("lastDay", "2026-03-01"));
            if (use.equals("asked")) {
                done("/api/reports/" + id + "/explanation-request", spot.leader(), new Tasks.ExplanationWanted("Vì sao chậm?", null));
            }
            return id;
        });
    }

    private String report(String use, Spot spot) {
        return Objects.requireNonNull(reports.computeIfAbsent(use, _ -> expected()).get(key(spot)), spot.unit());
    }

    /** One report of each unit, all of one plan. */
    private Map<String, String> expected() {
        var found = new HashMap<String, String>();
        var plan = "kh-" + UUID.randomUUID();
        for (var unit : UNITS) {
            var commune = unit.substring(0, 3);
            rule(new Spot(province, commune, unit), plan, unit.equals("xa1.vhxh") ? "xa1" : commune + ".vhxh");
        }
        rule(new Spot(elsewhere, "xa1", "xa1.kinhte"), plan, "xa1.vhxh");
        UNITS.forEach(unit -> found.put(unit, reportOf(plan, new Spot(province, unit.substring(0, 3), unit))));
        found.put("elsewhere xa1.kinhte", reportOf(plan, new Spot(elsewhere, "xa1", "xa1.kinhte")));
        return found;
    }

    private String word(Spot spot) {
        return new Seats(province, elsewhere).wordOf(spot);
    }

    private void rule(Spot owing, String plan, String owedTo) {
        var id = new RuleId("r-" + UUID.randomUUID());
        topics.publish(new PlanEvent.ReportingScheduled(new ReportingRule(
                id, new PlanId(plan), owing.provinceId(), owing.communeId(), word(owing) + " báo cáo tháng", Frequency.MONTHLY, 14, null, List.of(owing.unitId()),
                owing.of().unit(owedTo), MARCH_2, LocalDate.of(2026, 12, 31))), owing.communeId(), "rules/" + id, 1, now());
    }

    private String reportOf(String plan, Spot spot) {
        var path = "/api/reports/obligations?plan=" + plan + "&unit=" + spot.unitId();
        return soon().until(() -> get(path, spot.standing()).json().path("items"), items -> items.size() == 1).get(0).path("id").asString();
    }

    private String process(Spot spot) {
        return once("process " + spot.of().unit("tinh") + spot.commune(), () -> {
            UnitId commune = spot.commune() == null ? null : spot.communeId();
            var wanted = new Wanted("pr-" + UUID.randomUUID(), kinds.getFirst().name(), spot.provinceId(), commune, Map.of(), List.of(), null);
            return processes.begin(wanted, Act.bySystem("test", Instant.EPOCH)).orProblem().id();
        });
    }

    private void done(String path, String token, Object body) {
        var answer = post(path, token, body);
        if (answer.status() / 100 != 2) {
            throw new AssertionError(path + " " + answer);
        }
    }
}
