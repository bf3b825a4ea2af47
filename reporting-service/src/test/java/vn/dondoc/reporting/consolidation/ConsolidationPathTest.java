package vn.dondoc.reporting.consolidation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Consolidations.Consolidation;
import vn.dondoc.contracts.api.Consolidations.Stage;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.ConsolidationEvent;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.reporting.ServiceTest;
import vn.dondoc.reporting.obligation.AnswerText;
import vn.dondoc.reporting.obligation.Obligations;

import static org.assertj.core.api.Assertions.assertThat;

/** From the first report of the units to the corrected report of the commune in the hands of the province. */
class ConsolidationPathTest extends ServiceTest {

    private static final String ALL = "/api/reports/consolidations";

    @Autowired
    private Aggregates<vn.dondoc.reporting.consolidation.Consolidation> consolidations;

    @Autowired
    private Obligations obligations;

    @Autowired
    private Sending sending;

    @Test
    void aCommuneConsolidatesSignsIssuesAndCorrectsAndTheProvinceReadsIt() throws IOException {
        published("kh", "xa1");
        planned(target("hs", "kh", "xa1", "xa1.congan"), 1);
        monthlyRule("kh", "xa1.congan", "xa1.kinhte", "xa1.thon1");
        upwardRule();
        soon().until(() -> get("/api/targets/" + targetId("hs"), police()).status() == 200);
        var own = owed(police());
        var rule = new RuleId(own.path("rule").asString());
        submit(own.path("id").asString(), police(), "Đã cấp 120 tài khoản. Đang rà soát.", new BigDecimal("81.5"));

        var opened = post(ALL, standing(), new Consolidations.Wanted(rule, "2026-03"), "Idempotency-Key", "k" + UUID.randomUUID());
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        var first = opened.as(Consolidation.class);
        var path = ALL + "/" + first.summary().id();
        assertThat(first.summary().received()).isEqualTo(1);
        assertThat(first.rows()).extracting(Consolidations.Row::unitName).containsExactly("Công an xã", "Phòng Kinh tế", "Thôn Một");
        assertThat(first.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.total()).isEqualByComparingTo("81.5");
            assertThat(figure.rows()).extracting(Consolidations.FigureRow::unitName).containsExactly("Công an xã");
        });
        assertThat(first.sections().getFirst().draft()).contains("- Tỷ lệ hs: 81,5%.", "- Công an xã: Đã cấp 120 tài khoản. Đang rà soát.");
        assertThat(post(ALL, leader(), new Consolidations.Wanted(rule, "2026-03")).as(Consolidation.class).summary().id()).isEqualTo(first.summary().id());
        assertThat(post(ALL, economyHead(), new Consolidations.Wanted(rule, "2026-03")).status()).isEqualTo(403);
        assertThat(get(path, economyHead()).status()).isEqualTo(404);
        assertThat(get(path, province.token("xa2", Role.COMMUNE_LEADER)).status()).isEqualTo(404);
        assertThat(post(ALL, standing(), new Consolidations.Wanted(new RuleId("r-none"), "2026-03")).code()).isEqualTo("CONSOLIDATION_NOTHING");

        // what people write stays while reports come
        assertThat(post(path + "/sections/results", standing(), new Consolidations.SectionText("Xã đã hoàn thành.", null)).status()).isEqualTo(428);
        var edited = post(path + "/sections/results", standing(), new Consolidations.SectionText("Xã đã hoàn thành.", null), "If-Match", "\"0\"");
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(post(path + "/sections/results", leader(), new Consolidations.SectionText("Khác", null), "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(post(path + "/sections/nonsense", standing(), new Consolidations.SectionText("x", null), "If-Match", "\"0\"").status()).isEqualTo(404);
        submit(owed(economyHead()).path("id").asString(), economyHead(), "Đã lắp 3 điểm.", null);
        var waiting = get(path, standing()).as(Consolidation.class);
        assertThat(waiting.rows()).filteredOn(row -> row.newer() != null).extracting(Consolidations.Row::unitName).containsExactly("Phòng Kinh tế");
        var taken = act(path + "/intake", standing(), waiting, "").as(Consolidation.class);
        assertThat(taken.summary().received()).isEqualTo(2);
        assertThat(taken.sections().getFirst()).satisfies(section -> {
            assertThat(section.text()).isEqualTo("Xã đã hoàn thành.");
            assertThat(section.outdated()).isTrue();
            assertThat(section.draft()).contains("Đã lắp 3 điểm.");
        });

        // whoever saves beside the draft of before has not seen what came
        var before = first.sections().getFirst().basis();
        var beside = written(path, "Xã sắp\r\nhoàn thành.", before, 1);
        assertThat(beside.outdated()).isTrue();
        assertThat(beside.text()).isEqualTo("Xã sắp\nhoàn thành.");
        assertThat(written(path, "Xã đã hoàn thành.", before, 2).outdated()).isTrue();
        assertThat(written(path, "Xã đã hoàn thành.", taken.sections().getFirst().basis(), 3)).as("the same text, but looked at again").satisfies(section -> {
            assertThat(section.outdated()).isFalse();
            assertThat(section.version()).isEqualTo(4);
        });
        taken = get(path, standing()).as(Consolidation.class);

        // by position, not by who wrote it
        assertThat(act(path + "/signing", standing(), taken, new Consolidations.SignOff(null)).status()).isEqualTo(403);
        assertThat(act(path + "/reopening", leader(), taken, new Consolidations.Reopening("x")).code()).isEqualTo("CONSOLIDATION_NOT_SIGNED");
        assertThat(toSign(leader())).isEmpty();
        taken = act(path + "/presentation", standing(), taken, "").as(Consolidation.class);
        assertThat(taken.actions()).doesNotContain("presentation");
        assertThat(toSign(leader())).extracting(Consolidations.Summary::id, Consolidations.Summary::presentedOn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(first.summary().id(), MARCH_2));
        assertThat(toSign(standing())).as("who writes it does not sign it").isEmpty();
        assertThat(toSign(province.token("xa2", Role.COMMUNE_LEADER))).isEmpty();
        var signed = act(path + "/signing", leader(), taken, new Consolidations.SignOff(null)).as(Consolidation.class);
        assertThat(signed.summary().stage()).isEqualTo(Stage.SIGNED);
        assertThat(signed.actions()).containsExactly("intake", "issue", "reopening");
        assertThat(toSign(leader())).isEmpty();
        assertThat(signed.upward()).extracting(Consolidations.Upward::owedToName).containsExactly("Sở Khoa học và Công nghệ");

        documents(path, signed);
        var upward = signed.upward().getFirst().report();
        assertThat(issue(path, signed, "  ", upward).code()).isEqualTo("CONSOLIDATION_NUMBER");
        assertThat(issue(path, signed, "5/BC-UBND", new ReportId("r-none")).code()).isEqualTo("CONSOLIDATION_UPWARD");
        var issued = issue(path, signed, "5/BC-UBND", upward);
        assertThat(issued.status()).as(issued.body()).isEqualTo(200);
        assertThat(issued.as(Consolidation.class).file()).satisfies(file -> assertThat(file.sha256()).hasSize(64));
        // Its version grows once more when the report of the commune was answered
        soon().until(() -> act(path + "/reopening", leader(), get(path, leader()).as(Consolidation.class), new Consolidations.Reopening("x")).code(), "CONSOLIDATION_ISSUED"::equals);
        assertThat(get(path + "/signed", leader()).status()).isEqualTo(200);

        // the report of the commune to the province, entered by nobody
        var reportUp = "/api/reports/" + upward;
        soon().until(() -> get(reportUp, provinceStanding()).as(Reports.Obligation.class).summary().status() == ReportStatus.SUBMITTED);
        var up = get(reportUp, provinceStanding()).as(Reports.Obligation.class);
        assertThat(up.submission().results()).isEqualTo("Xã đã hoàn thành.");
        assertThat(up.submission().figures()).singleElement().satisfies(line -> assertThat(line.value()).isEqualByComparingTo("81.5"));
        soon().until(() -> get(path, standing()).as(Consolidation.class).fulfilled().toldOn() != null);
        soon().until(() -> events(first.summary().id().value()).equals(List.of("ReportConsolidated")));

        var above = post(ALL, provinceStanding(), new Consolidations.Wanted(up.summary().rule(), "2026-03")).as(Consolidation.class);
        assertThat(above.rows()).extracting(Consolidations.Row::unitName).containsExactly("Xã Thượng Thử");
        assertThat(above.figures()).singleElement().satisfies(figure -> assertThat(figure.total()).isEqualByComparingTo("81.5"));

        // what comes later has a number, and what was signed stays
        submit(owed(province.token("xa1.thon1", Role.VILLAGE_HEAD)).path("id").asString(), province.token("xa1.thon1", Role.VILLAGE_HEAD), "Thôn đã họp.", null);
        corrected(own.path("id").asString(), "84");
        var correction = act(path + "/intake", standing(), get(path, standing()).as(Consolidation.class), "").as(Consolidation.class);
        assertThat(correction.figures()).isEqualTo(issued.as(Consolidation.class).figures());
        assertThat(correction.sections()).isEqualTo(issued.as(Consolidation.class).sections());
        assertThat(correction.corrections()).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(1);
            assertThat(one.reports()).extracting(Consolidations.CorrectedReport::unitName).containsExactly("Công an xã", "Thôn Một");
            assertThat(one.figures()).singleElement().satisfies(figure -> {
                assertThat(figure.from()).isEqualByComparingTo("81.5");
                assertThat(figure.to()).isEqualByComparingTo("84");
            });
        });
        var form = correction.signatories().getFirst();
        assertThat(act(path + "/signing", leader(), correction, new Consolidations.SignOff(form)).as(Consolidation.class).corrections())
                .extracting(Consolidations.Correction::signing).containsExactly(form);
        soon().until(() -> get(reportUp, provinceStanding()).as(Reports.Obligation.class).submission().figures().getFirst().value().compareTo(new BigDecimal("84")) == 0);
        var again = get(reportUp, provinceStanding()).as(Reports.Obligation.class);
        assertThat(again.summary().status()).as("its day and verdict stay").isEqualTo(ReportStatus.SUBMITTED);
        assertThat(again.submission().results()).contains("Xã đã hoàn thành.", "Bổ sung lần 1:", "từ 81,5 thành 84", "Thôn đã họp.");
        soon().until(() -> events(first.summary().id().value()).equals(List.of("ReportConsolidated", "ConsolidationCorrected")));
        assertThat(get(ALL + "/" + above.summary().id(), provinceStanding()).as(Consolidation.class).rows()).singleElement().satisfies(row -> assertThat(row.newer()).isNotNull());
        try (var word = new XWPFDocument(new ByteArrayInputStream(bytes(path + "/document?correction=1", leader())))) {
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"))).contains("Bổ sung lần 1", "từ 81,5 thành 84", "Thôn đã họp.");
        }
        assertThat(get(path + "/document?correction=2", leader()).status()).isEqualTo(404);

        sentOnceForEachSignature(first.summary().id().value(), upward.value());
        byHandStands(path, own.path("id").asString(), reportUp);
    }

    /** What was sent but not yet noted is sent no second time, and what was signed meanwhile is sent as well. */
    private void sentOnceForEachSignature(String id, String upward) {
        var state = soon().until(() -> consolidations.find(id).orElseThrow().state(), found -> found.nextBoundaryAt() == null);
        var deputy = new Signed(state.signed().form(), MARCH_2, province.person("xa1.vhxh", Role.COMMUNE_STANDING), province.positionId("xa1.vhxh", Role.COMMUNE_STANDING));
        var signed = new ConsolidationEdit(state).corrections(List.of(state.corrections().getLast().signed(deputy)));
        var sent = answers(upward).size();

        sending.pass(signed.upward(state.upward().again(now().plusSeconds(1))).done());
        assertThat(sending.pass(signed.done())).isInstanceOf(Decision.Accepted.class);
        assertThat(answers(upward)).hasSize(sent + 1);
        sending.pass(signed.upward(state.upward().again(now().plusSeconds(9))).done());
        assertThat(answers(upward)).hasSize(sent + 2).last().satisfies(told -> assertThat(told.entry().actor().position()).isEqualTo(deputy.position()));
    }

    private List<Aggregates.Told> answers(String report) {
        return obligations.history(obligations.find(report, new Criteria()).orElseThrow()).stream().filter(AnswerText::isAnswer).toList();
    }

    /** What people sent instead is not replaced by a later correction. */
    private void byHandStands(String path, String own, String reportUp) {
        assertThat(post(reportUp + "/return", provinceStanding(), new Reports.Decision("Chưa rõ")).status()).isEqualTo(200);
        submit(reportUp.substring(reportUp.lastIndexOf('/') + 1), standing(), "Do xã gửi lại.", null);
        corrected(own, "85");
        var correction = act(path + "/intake", standing(), get(path, standing()).as(Consolidation.class), "").as(Consolidation.class);
        assertThat(act(path + "/signing", leader(), correction, new Consolidations.SignOff(null)).status()).isEqualTo(200);

        soon().until(() -> get(path, standing()).as(Consolidation.class).fulfilled().refusal() != null);
        assertThat(get(reportUp, provinceStanding()).as(Reports.Obligation.class).submission().results()).isEqualTo("Do xã gửi lại.");
    }

    @Test
    void whoIsMissingInAMeanIsNamedAndWhoIsAskedLaterStandsInTheOrderOfNames() {
        published("kh", "xa1");
        planned(target("tb", "kh", "xa1", "xa1.kinhte"), 1);
        soon().until(() -> get("/api/targets/" + targetId("tb"), economyHead()).status() == 200);
        assertThat(post("/api/targets/" + targetId("tb") + "/definition", standing(), new Targets.Definition(TargetArithmetic.WEIGHTED_MEAN, null)).status()).isEqualTo(200);
        monthlyRule("kh", "xa1.kinhte", "xa1.thon1");
        var rule = new RuleId(owed(economyHead()).path("rule").asString());

        var whole = post(ALL, standing(), new Consolidations.Wanted(rule, "2026-03")).as(Consolidation.class);
        assertThat(whole.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.total()).isNull();
            assertThat(figure.missing()).containsExactly("Phòng Kinh tế");
        });

        var more = new ReportingRule(
                rule, plan("kh"), unit("tinh"), unit("xa1"), "Báo cáo tháng", Frequency.MONTHLY, 14, null,
                List.of(unit("xa1.kinhte"), unit("xa1.thon1"), unit("xa1.congan")), unit("xa1.vhxh"), MARCH_2, LocalDate.of(2026, 12, 31), new Basis("45/QĐ-UBND", MARCH_2), null, null);
        topics.publish(new PlanEvent.ReportingScheduled(more), unit("xa1"), "rules/" + rule, 2, now());
        owed(police());
        assertThat(get(ALL + "/" + whole.summary().id(), standing()).as(Consolidation.class).rows()).extracting(Consolidations.Row::unitName)
                .containsExactly("Công an xã", "Phòng Kinh tế", "Thôn Một");
    }

    private void documents(String path, Consolidation signed) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(bytes(path + "/document", leader())))) {
            var text = word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
            assertThat(text).contains("BÁO CÁO", "Đã nhận 2/3 báo cáo; chưa có báo cáo của: Thôn Một", "I. KẾT QUẢ THỰC HIỆN", "Xã đã hoàn thành./.", "SỐ LIỆU TỔNG HỢP VÀ NGUỒN");
            assertThat(word.getTables().getFirst().getText()).contains("XÃ THƯỢNG THỬ", "/BC-UBND");
            assertThat(word.getTables().get(1).getText()).contains("TM. ỦY BAN NHÂN DÂN", "- Sở Khoa học và Công nghệ;", "- Lưu: VT.");
        }
        try (var pdf = Loader.loadPDF(bytes(path + "/pdf", leader()))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Xã đã hoàn thành./.", "Tỷ lệ hs", "81,5%", "Chưa có báo cáo");
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes(path + "/workbook", leader())))) {
            var figures = book.getSheet("Số liệu");
            assertThat(figures.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(81.5);
            assertThat(figures.getRow(2).getCell(2).getStringCellValue()).isEqualTo("Công an xã");
            assertThat(book.getSheet("Tình hình nhận").getRow(3).getCell(1).getStringCellValue()).isEqualTo("Chưa có báo cáo");
            assertThat(book.getSheet("Tình hình nhận").getRow(3).getCell(2).getCellType()).as("what is missing is no zero").isEqualTo(CellType.BLANK);
        }
        assertThat(signed.signing()).isNotNull();
    }

    @Test
    void aProvinceAddsUpWhatItsCommunesAnswer() {
        var asked = new Reports.CampaignWanted(
                "Rà soát điểm sóng", null, List.of(unit("xa1"), unit("xa2")), MARCH_2, LocalDate.of(2026, 3, 20), null,
                List.of(new Reports.Question("Số điểm", true), new Reports.Question("Vướng mắc", false)));
        var campaign = post("/api/reports/campaigns", provinceStanding(), asked).as(Reports.Campaign.class).summary().id();
        var reports = soon().until(() -> get("/api/reports/campaigns/" + campaign, provinceStanding()).as(Reports.Campaign.class).reports(), found -> found.size() == 2);
        var ofFirst = reports.stream().filter(report -> report.commune().equals(unit("xa1"))).findFirst().orElseThrow();
        var answer = new Reports.Submission(false, null, null, null, null, null, null, null,
                List.of(new Reports.QuestionAnswer("Số điểm", "12"), new Reports.QuestionAnswer("Vướng mắc", "Thiếu điện. Đường xa.")), null);
        assertThat(post("/api/reports/" + ofFirst.id() + "/submission", standing(), answer).status()).isEqualTo(200);

        assertThat(post(ALL, standing(), new Consolidations.Wanted(campaign, "2026-03-20")).status()).isEqualTo(403);
        var whole = post(ALL, provinceStanding(), new Consolidations.Wanted(campaign, "2026-03-20")).as(Consolidation.class);

        assertThat(whole.summary().received()).isEqualTo(1);
        assertThat(whole.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.total()).isEqualByComparingTo("12");
            assertThat(figure.missing()).containsExactly("Xã Hạ Thử");
        });
        assertThat(whole.sections()).filteredOn(section -> "Vướng mắc".equals(section.question())).singleElement()
                .satisfies(section -> assertThat(section.draft()).isEqualTo("- Xã Thượng Thử: Thiếu điện. Đường xa."));
        assertThat(get(ALL + "?rule=" + campaign, provinceStanding()).json().path("items").size()).isEqualTo(1);
        assertThat(get(ALL + "?rule=" + campaign, standing()).json().path("items").size()).isZero();
        assertThat(get(ALL + "/" + whole.summary().id(), leader()).status()).isEqualTo(404);
    }

    private void upwardRule() {
        var rule = new ReportingRule(
                new RuleId("up-" + UUID.randomUUID()), plan("kh"), unit("tinh"), unit("xa1"), "Báo cáo tháng gửi sở", Frequency.MONTHLY, 19, null,
                List.of(unit("xa1.vhxh")), unit("so"), MARCH_2, LocalDate.of(2026, 12, 31));
        topics.publish(new PlanEvent.ReportingScheduled(rule), unit("xa1"), "rules/" + rule.id(), 1, now());
        soon().until(() -> get("/api/reports/obligations?rule=" + rule.id(), standing()).json().path("items").size() == 1);
    }

    private void submit(String report, String token, String results, BigDecimal value) {
        var form = value == null ? List.<Reports.FigureLine>of()
                : soon().until(() -> get("/api/reports/" + report, token).as(Reports.Obligation.class).figures(), lines -> lines.size() == 1);
        var figures = form.stream().map(line -> new Reports.FigureLine(
                line.target(), line.name(), line.operator(), line.goal(), line.unit(), value, false, null)).toList();
        var sent = post("/api/reports/" + report + "/submission", token, new Reports.Submission(false, results, null, null, List.of(), null, null, figures, null, null));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    }

    private void corrected(String report, String value) {
        assertThat(post("/api/reports/" + report + "/return", standing(), new Reports.Decision("Sai số liệu")).status()).isEqualTo(200);
        submit(report, police(), "Đã cấp 126 tài khoản.", new BigDecimal(value));
    }

    private Consolidations.Section written(String path, String text, String basis, long version) {
        var sent = post(path + "/sections/results", standing(), new Consolidations.SectionText(text, basis), "If-Match", "\"" + version + "\"");
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        return sent.as(Consolidations.Section.class);
    }

    private String leader() {
        return province.token("xa1", Role.COMMUNE_LEADER);
    }

    private Answer act(String path, String token, Consolidation seen, Object body) {
        return post(path, token, body.equals("") ? "{}" : body, "If-Match", "\"" + seen.version() + "\"");
    }

    private Answer issue(String path, Consolidation seen, String number, ReportId upward) {
        var body = new StringBuilder();
        List.of(List.of("number", number), List.of("issuedOn", MARCH_2.toString()), List.of("fulfils", upward.value())).forEach(field -> body.append(
                "--grenze\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(field.getFirst(), field.getLast())));
        body.append("--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ban-ky.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\r\n--grenze--\r\n");
        var sent = request(path + "/issue", standing()).header("Content-Type", "multipart/form-data; boundary=grenze").header("If-Match", "\"" + seen.version() + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)).build();
        try {
            var answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), answer.body());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] bytes(String path, String token) {
        try {
            var answer = http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<Consolidations.Summary> toSign(String token) {
        return EventJson.mapper().readerForListOf(Consolidations.Summary.class).readValue(get(ALL + "?toSign=true", token).json().path("items"));
    }

    private List<String> events(String id) {
        return topics.read(Topic.REPORT.topicName(), seen -> seen.subject().endsWith("/" + id)).stream().map(seen -> seen.type())
                .filter(type -> type.equals(ConsolidationEvent.ReportConsolidated.class.getSimpleName())
                        || type.equals(ConsolidationEvent.ConsolidationCorrected.class.getSimpleName())).distinct().toList();
    }
}
