package vn.dondoc.reporting.measurement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetEvent;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.sheet.WorkbookReader;
import vn.dondoc.platform.sheet.WorkbookWriter;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

class TargetPathTest extends ServiceTest {

    @Test
    void aTargetIsMeasuredCorrectedAndCounted() {
        published("kh", "xa1");
        planned(target("hs", "kh", "xa1", "xa1.kinhte"), 1);
        planned(target("khac", "kh", "xa1", "xa1.congan"), 1);
        var path = path("hs");
        var fresh = known(path, economyHead());
        assertThat(fresh.summary().standing()).isEqualTo(TargetStanding.NOT_MEASURED);
        assertThat(fresh.summary().arithmetic()).isEqualTo(TargetArithmetic.LATEST);
        assertThat(fresh.summary().chosen()).isFalse();
        assertThat(fresh.summary().toMeasure()).isEqualTo("2026-03");
        assertThat(fresh.actions()).containsExactly("measurement");
        soon().until(() -> commune("xa1", standing()).targets().notMeasured() == 2);

        var told = post(path + "/measurement", economyHead(), reading("2026-02", "62.50", true, null, null));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        var estimate = told.as(Targets.Target.class);
        assertThat(estimate.summary().figure()).isEqualByComparingTo("62.5");
        assertThat(estimate.summary().standing()).isEqualTo(TargetStanding.ON_THE_WAY);
        assertThat(estimate.measurements().getFirst().unitName()).isEqualTo("Phòng Kinh tế");
        assertThat(estimate.measurements().getFirst().figure().onBehalf()).isFalse();
        assertThat(estimate.comparison().lastYear()).isEqualByComparingTo("50");
        assertThat(post(path + "/measurement", economyHead(), reading("2026-02", "63", true, null, null)).code()).isEqualTo("TARGET_MEASURED_ALREADY");

        assertThat(post(path + "/correction", standing(), reading("2026-02", "85", false, null, "Gõ nhầm")).code()).isEqualTo("TARGET_SOURCE_REQUIRED");
        var corrected = post(path + "/correction", standing(), reading("2026-02", "85", false, "Ông An báo qua điện thoại", "Gõ nhầm"),
                "If-Match", told.tag()).as(Targets.Target.class);
        assertThat(corrected.summary().standing()).isEqualTo(TargetStanding.ATTAINED);
        assertThat(corrected.measurements()).extracting(one -> one.figure().value().toPlainString()).containsExactly("85", "62.5");
        assertThat(corrected.measurements()).extracting(Targets.Measurement::holds).containsExactly(true, false);
        var newest = corrected.measurements().getFirst();
        assertThat(newest.figure().correction()).isEqualTo(1);
        assertThat(newest.figure().onBehalf()).isTrue();
        assertThat(newest.source()).isEqualTo("Ông An báo qua điện thoại");
        assertThat(newest.unitName()).isEqualTo("Phòng Văn hóa - Xã hội");
        assertThat(post(path + "/correction", standing(), reading("2026-02", "1", false, "a", "b"), "If-Match", told.tag()).status()).isEqualTo(412);

        var event = soon().until(() -> events("hs", TargetEvent.TargetMeasured.class), all -> all.size() == 2).getLast();
        assertThat(event.measured().value()).isEqualByComparingTo("85");
        assertThat(event.corrects().value()).isEqualByComparingTo("62.5");
        assertThat(event.target().standing()).isEqualTo(TargetStanding.ATTAINED);
        soon().until(() -> commune("xa1", standing()).targets().attained() == 1);
        var board = commune("xa1", standing());
        assertThat(board.targets().total()).isEqualTo(2);
        assertThat(board.plans()).filteredOn(line -> line.plan().equals(plan("kh").value()))
                .singleElement().satisfies(line -> assertThat(line.targets().attained()).isEqualTo(1));
        assertThat(board.lines()).filteredOn(line -> line.id().equals(unit("xa1.kinhte")))
                .singleElement().satisfies(line -> assertThat(line.targets().total()).isEqualTo(1));
    }

    @Test
    void whoeverIsNotConcernedReadsNothingAndWritesNothing() {
        planned(target("hs", "kh", "xa1", "xa1.kinhte"), 1);
        var path = path("hs");
        known(path, standing());
        var body = reading("2026-02", "60", false, "nguồn", "lý do");
        var calls = Map.of(
                "/measurement", body, "/correction", body, "/definition", new Targets.Definition(TargetArithmetic.SUM, null),
                "/base", new Targets.BaseWanted(1_000, 2026, "NQ"));
        calls.forEach((call, with) -> {
            for (var token : List.of(police(), province.token("xa2.vhxh", Role.COMMUNE_STANDING), province.token("xa1.thon1", Role.VILLAGE_HEAD))) {
                assertThat(post(path + call, token, with).status()).as(call).isEqualTo(404);
            }
            for (var token : List.of(province.token("xa1", Role.COMMUNE_LEADER), administrator(), provinceStanding(), province.token("tinh", Role.PROVINCE_VIEWER))) {
                assertThat(post(path + call, token, with).status()).as(call).isEqualTo(403);
            }
        });
        assertThat(post(path + "/definition", economyHead(), calls.get("/definition")).status()).isEqualTo(403);
        assertThat(post(path + "/base", economyHead(), calls.get("/base")).status()).isEqualTo(403);
        assertThat(get(path, police()).status()).isEqualTo(404);
        assertThat(get(path + "/rows", police()).status()).isEqualTo(404);
        assertThat(get(path, provinceStanding()).status()).isEqualTo(200);
        assertThat(ids(get("/api/targets?plan=" + plan("kh"), police()).json())).isEmpty();
        assertThat(ids(get("/api/targets?mine=true&due=true", economyHead()).json())).containsExactly(targetId("hs").value());
        assertThat(known(path, standing()).actions()).containsExactly("measurement", "definition");
    }

    @Test
    void aShareOfTheBudgetFollowsFromTheTasksAndItsRowsAddUpToIt() {
        published("kh", "xa1");
        published("khac", "xa1");
        planned(share("ns"), 1);
        var path = path("ns");
        var proposal = known(path, standing()).proposal();
        assertThat(proposal.money()).isEqualTo(ShareMoney.PLANNED);
        costs("a", "kh", "xa1", 600L, 90L, "NQ 57", WorkState.IN_PROGRESS, 1, "xa1.kinhte");
        costs("b", "kh", "xa1", 300L, null, null, WorkState.IN_PROGRESS, 1, "xa1.congan");
        costs("c", "kh", "xa1", 5_000L, null, null, WorkState.CANCELLED, 1, "xa1.congan");
        costs("d", "khac", "xa1", 200L, 40L, "Nghị quyết 57", WorkState.IN_PROGRESS, 1, "xa1.congan");
        costs("e", "kh", "xa2", 7_000L, 70L, "NQ 57", WorkState.IN_PROGRESS, 1, "xa2.congan");

        define(path, new Targets.ShareWanted(ShareMoney.PLANNED, null, 100_000, 2026, "NQ 21/NQ-HĐND"));

        var short1 = soon().until(() -> known(path, standing()), target -> target.summary().share().countedVnd() == 900);
        assertThat(short1.summary().figure()).isEqualByComparingTo("0.9");
        assertThat(short1.summary().standing()).isEqualTo(TargetStanding.BEHIND);
        assertThat(short1.summary().share().tasks()).isEqualTo(2);
        assertThat(post(path + "/measurement", economyHead(), reading("2026", "1", false, null, null)).code()).isEqualTo("TARGET_COMPUTED");
        soon().until(() -> commune("xa1", standing()).targets().behind() == 1);
        assertThat(ids(get("/api/targets?standing=behind&plan=" + plan("kh"), standing()).json())).containsExactly(targetId("ns").value());
        assertThat(ids(get("/api/targets?standing=attained&plan=" + plan("kh"), standing()).json())).isEmpty();

        costs("b", "kh", "xa1", 500L, null, null, WorkState.IN_PROGRESS, 2, "xa1.congan");
        soon().until(() -> commune("xa1", standing()).targets().attained() == 1);
        var rows = get(path + "/rows", standing()).as(Targets.Rows.class);
        assertThat(rows.items()).extracting(Targets.Row::vnd).containsExactlyInAnyOrder(600L, 500L);
        assertThat(rows.countedVnd()).isEqualTo(1_100).isEqualTo(known(path, standing()).summary().share().countedVnd());
        var own = get(path + "/rows", economyHead()).as(Targets.Rows.class);
        assertThat(own.items()).singleElement().satisfies(row -> assertThat(row.vnd()).isEqualTo(600));
        assertThat(own.others()).isEqualTo(1);
        assertThat(own.items().getFirst().vnd() + own.othersVnd()).as("all add up").isEqualTo(own.countedVnd());

        var base = post(path + "/base", standing(), new Targets.BaseWanted(200_000, 2026, "NQ 34/NQ-HĐND")).as(Targets.Target.class);
        assertThat(base.bases()).extracting(Targets.Base::number).containsExactly(2, 1);
        assertThat(base.bases()).extracting(Targets.Base::source).containsExactly("NQ 34/NQ-HĐND", "NQ 21/NQ-HĐND");
        assertThat(base.summary().figure()).isEqualByComparingTo("0.55");

        define(path, new Targets.ShareWanted(ShareMoney.DISBURSED, "NQ57", 1_000, 2026, "NQ 34/NQ-HĐND"));
        var disbursed = known(path, standing());
        assertThat(disbursed.summary().share().countedVnd()).as("of the programme in the commune, whatever the plan").isEqualTo(130);
        assertThat(get(path + "/rows", standing()).as(Targets.Rows.class).items()).extracting(Targets.Row::vnd).containsExactlyInAnyOrder(90L, 40L);
    }

    @Test
    void theNewestFormOfThePlanHoldsHoweverOftenItIsTold() {
        var first = target("hs", "kh", "xa1", "xa1.kinhte");
        var later = new PlannedTarget(
                first.id(), first.plan(), first.province(), first.commune(), 1, null, "Tỷ lệ mới", ">=", new BigDecimal("90"), "%", unit("xa1.congan"),
                null, first.rhythm());
        planned(later, 3);
        known(path("hs"), police());
        planned(first, 1);
        planned(first, 1);
        planned(target("sau", "kh", "xa1", "xa1.congan"), 1);
        known(path("sau"), police());

        assertThat(known(path("hs"), police()).summary().value()).isEqualByComparingTo("90");
        assertThat(get(path("hs"), economyHead()).status()).isEqualTo(404);
        topics.publish(new PlanEvent.TargetWithdrawn(later.withdrawn(null, MARCH_2)), later.commune(), "targets/" + later.id(), 4, now());
        soon().until(() -> known(path("hs"), police()).summary().withdrawnOn() != null);
        assertThat(post(path("hs") + "/measurement", police(), reading("2026-02", "1", false, null, null)).code()).isEqualTo("TARGET_WITHDRAWN");
        assertThat(events("hs", TargetEvent.TargetTracked.class)).hasSize(2);
        soon().until(() -> commune("xa1", standing()).targets().total() == 1);
    }

    @Test
    void whatIsWrongWithAFigureIsNamed() {
        planned(target("hs", "kh", "xa1", "xa1.kinhte"), 1);
        known(path("hs"), economyHead());

        var wrong = post(path("hs") + "/measurement", economyHead(), new Targets.Reading(
                " ", new BigDecimal("1.23456"), null, null, false, "x".repeat(2_001), null, null, null));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").findValuesAsString("field")).containsExactlyInAnyOrder("period", "value", "source");
        assertThat(post(path("hs") + "/measurement", economyHead(), reading("2026-Q1", "1", false, null, null)).code()).isEqualTo("TARGET_PERIOD_WRONG");
        assertThat(post(path("hs") + "/measurement", economyHead(), reading("2026-04", "1", false, null, null)).code()).isEqualTo("TARGET_PERIOD_AHEAD");
        assertThat(post(path("hs") + "/correction", economyHead(), reading("2026-02", "1", false, null, null)).status()).isEqualTo(400);
        assertThat(post(path("hs") + "/definition", standing(), new Targets.Definition(null, null)).code()).isEqualTo("TARGET_ONE_WAY");
        assertThat(get("/api/targets?standing=lost", economyHead()).status()).isEqualTo(400);
        assertThat(get(path("hs") + "/rows", economyHead()).code()).isEqualTo("TARGET_NOT_COMPUTED");
    }

    @Test
    void manyFiguresComeInOneWorkbookThatIsLookedAtFirst() throws Exception {
        planned(target("hs", "kh", "xa1", "xa1.kinhte"), 1);
        planned(target("khac", "kh", "xa1", "xa1.congan"), 1);
        planned(target("xa", "kh2", "xa2", "xa2.kinhte"), 1);
        known(path("hs"), standing());
        known(path("khac"), standing());
        post(path("hs") + "/measurement", economyHead(), reading("2026-02", "61.5", false, null, null));

        // The form holds what the caller may measure, with what is known of the period
        var form = http.send(request("/api/targets/workbook?period=2026-02", standing()).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(form.statusCode()).isEqualTo(200);
        var rows = WorkbookReader.read(form.body()).getFirst().rows();
        assertThat(rows.stream().skip(1).map(row -> row.cell(0))).containsExactlyInAnyOrder(targetId("hs").value(), targetId("khac").value());
        assertThat(rows.stream().filter(row -> row.cell(0).equals(targetId("hs").value())).map(row -> row.cell(6))).containsExactly("61,5");
        assertThat(get("/api/targets/workbook?period=Q1", standing()).code()).isEqualTo("TARGET_PERIOD_WRONG");

        var headings = List.of("Mã chỉ tiêu", "Kỳ", "Số liệu", "Nguồn số liệu", "Lý do đính chính");
        var wrong = upload(standing(), workbook(headings, List.of(
                List.of(targetId("hs").value(), "2026-02", "70", "Điện thoại", ""),
                List.of(targetId("khac").value(), "2026-02", "bảy mươi", "", ""),
                List.of(targetId("khac").value(), "2026-01", "1.234", "Điện thoại", ""),
                List.of(targetId("xa").value(), "2026-02", "1", "Điện thoại", ""),
                List.of(targetId("khac").value(), "2026-Q1", "5", "Điện thoại", ""),
                List.of(targetId("khac").value(), "2026-02", "55", "", ""),
                List.of(targetId("khac").value(), "2026-02", "", "", ""),
                List.of(targetId("khac").value(), "2026-02", "56", "Điện thoại", "")))).as(Targets.SheetPreview.class);
        assertThat(wrong.id()).isNull();
        assertThat(wrong.broken()).extracting(one -> one.row() + " " + one.column() + " " + one.code()).containsExactlyInAnyOrder(
                "2 Lý do đính chính TARGET_MEASURED_ALREADY", "3 Số liệu NUMBER_UNREADABLE", "4 Số liệu NUMBER_AMBIGUOUS", "5 Mã chỉ tiêu TARGET_UNKNOWN",
                "6 Kỳ TARGET_PERIOD_WRONG", "7 Nguồn số liệu TARGET_SOURCE_REQUIRED", "9 Kỳ ROW_TWICE");
        assertThat(known(path("khac"), standing()).measurements()).isEmpty();

        var right = workbook(headings, List.of(
                List.of(targetId("hs").value(), "2026-02", "70", "=HYPERLINK(\"http://x\")", "Cộng nhầm"),
                List.of(targetId("khac").value(), "2026-02", "1.234.567,5", "Ông Ba, điện thoại", "")));
        var preview = upload(standing(), right).as(Targets.SheetPreview.class);
        assertThat(preview.broken()).isEmpty();
        assertThat(List.of(preview.measured(), preview.corrected(), preview.unchanged())).containsExactly(1, 1, 0);
        assertThat(preview.changes()).extracting(Targets.SheetRow::onBehalf).containsOnly(true);
        assertThat(known(path("khac"), standing()).measurements()).as("only looked at").isEmpty();
        assertThat(post("/api/targets/workbooks/" + preview.id() + "/confirmation", economyHead(), "").status()).as("whoever did not send it").isEqualTo(404);

        // Something else was told meanwhile: what was shown would not be what is done
        post(path("khac") + "/measurement", police(), reading("2026-02", "9", true, null, null));
        assertThat(post("/api/targets/workbooks/" + preview.id() + "/confirmation", standing(), "").code()).isEqualTo("SHEET_OUTDATED");

        var again = upload(standing(), right).as(Targets.SheetPreview.class);
        var taken = post("/api/targets/workbooks/" + again.id() + "/confirmation", standing(), "").as(Targets.SheetTaken.class);
        assertThat(taken).isEqualTo(new Targets.SheetTaken(2, List.of()));
        assertThat(post("/api/targets/workbooks/" + again.id() + "/confirmation", standing(), "").as(Targets.SheetTaken.class)).isEqualTo(taken);
        var other = known(path("khac"), police());
        assertThat(other.measurements()).hasSize(2);
        assertThat(other.measurements().getFirst().figure().value()).isEqualByComparingTo("1234567.5");
        assertThat(other.measurements().getFirst().figure().onBehalf()).isTrue();
        assertThat(other.measurements().getFirst().source()).isEqualTo("Ông Ba, điện thoại");
        var corrected = known(path("hs"), standing()).measurements();
        assertThat(corrected).hasSize(2);
        assertThat(corrected.getFirst().reason()).isEqualTo("Cộng nhầm");
        assertThat(corrected.getFirst().figure().lastYear()).as("what was not said again stays").isEqualByComparingTo("50");
        assertThat(upload(standing(), right).as(Targets.SheetPreview.class).unchanged()).isEqualTo(2);
        assertThat(upload(economyHead(), right).as(Targets.SheetPreview.class).broken()).extracting(one -> one.code()).containsExactly("TARGET_UNKNOWN");
        assertThat(upload(province.token("tinh", Role.PROVINCE_VIEWER), right).status()).isEqualTo(403);
        assertThat(upload(standing(), "no workbook".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("NOT_A_WORKBOOK");
    }

    @Test
    void aPercentageComesByNumeratorAndDenominatorInAWorkbookToo() throws Exception {
        planned(target("hs", "kh", "xa1", "xa1.kinhte"), 1);
        var number = target("sl", "kh", "xa1", "xa1.kinhte");
        planned(new PlannedTarget(
                number.id(), number.plan(), number.province(), number.commune(), 2, number.group(), "Số mô hình", ">=", BigDecimal.TEN, "mô hình", number.owner(),
                null, Frequency.MONTHLY), 1);
        known(path("hs"), economyHead());
        known(path("sl"), economyHead());
        var headings = List.of("Mã chỉ tiêu", "Kỳ", "Số liệu", "Tử số", "Mẫu số", "Lý do đính chính");
        var hs = targetId("hs").value();

        var wrong = upload(economyHead(), workbook(headings, List.of(
                List.of(hs, "2026-01", "", "812", "", ""), List.of(hs, "2026-02", "", "", "1.000.000", ""), List.of(hs, "2025-12", "", "812", "800", ""),
                List.of(hs, "2025-11", "82", "812", "1000", ""), List.of(hs, "2025-10", "", "tám trăm", "1000", ""),
                List.of(targetId("sl").value(), "2026-01", "", "8", "10", "")))).as(Targets.SheetPreview.class);
        assertThat(wrong.broken()).extracting(one -> one.row() + " " + one.column() + " " + one.code()).containsExactlyInAnyOrder(
                "2 Mẫu số TARGET_PART_ALONE", "3 Tử số TARGET_PART_ALONE", "4 Tử số TARGET_PART_ABOVE", "5 Số liệu TARGET_PART_OTHERWISE",
                "6 Tử số NUMBER_UNREADABLE", "7 Tử số TARGET_PART_OF_NOTHING");

        var right = upload(economyHead(), workbook(headings, List.of(
                List.of(hs, "2026-01", "", "812", "1000", ""), List.of(hs, "2026-02", "83", "833", "1000", "")))).as(Targets.SheetPreview.class);
        assertThat(right.broken()).isEmpty();
        assertThat(right.changes()).extracting(row -> row.value().toPlainString() + " " + row.part() + "/" + row.whole())
                .containsExactly("81.2 812/1000", "83.3 833/1000");
        post("/api/targets/workbooks/" + right.id() + "/confirmation", economyHead(), "").as(Targets.SheetTaken.class);
        assertThat(known(path("hs"), economyHead()).summary().newest().part()).isEqualByComparingTo("833");

        // Handed out again it holds them, without the figure that follows from them, and says nothing new
        var form = http.send(request("/api/targets/workbook?period=2026-02", economyHead()).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        var rows = WorkbookReader.read(form.body()).getFirst().rows();
        assertThat(rows.getFirst().cells()).containsSequence("Số liệu", "Tử số", "Mẫu số");
        assertThat(rows.stream().filter(row -> row.cell(0).equals(hs)).map(row -> row.cells().subList(6, 9))).containsExactly(List.of("", "833", "1000"));
        assertThat(rows.stream().filter(row -> row.cell(0).equals(targetId("sl").value())).map(row -> row.cells().subList(6, 9))).containsExactly(List.of("", "", ""));
        var same = upload(economyHead(), form.body()).as(Targets.SheetPreview.class);
        assertThat(List.of(same.broken().size(), same.changes().size(), same.unchanged())).containsExactly(0, 0, 1);
        assertThat(upload(economyHead(), workbook(headings, List.of(List.of(hs, "2026-02", "", "1666", "2000", "")))).as(Targets.SheetPreview.class).broken())
                .as("the same share of something else is a correction").extracting(one -> one.code()).containsExactly("TARGET_MEASURED_ALREADY");
    }

    private Answer upload(String token, byte[] file) throws Exception {
        var body = new ByteArrayOutputStream();
        body.write("--of-parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"so-lieu.xlsx\"\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--of-parts--\r\n".getBytes(StandardCharsets.UTF_8));
        var answer = http.send(request("/api/targets/workbooks", token).header("Content-Type", "multipart/form-data; boundary=of-parts")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), "", answer.body());
    }

    private static byte[] workbook(List<String> headings, List<List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new WorkbookWriter()) {
            book.sheet("Số liệu", headings, headings.stream().map(_ -> 20).toList(), line -> rows.forEach(line::of));
            book.to(out);
        }
        return out.toByteArray();
    }

    @Test
    void explanationsThatAreOwedAreCounted() {
        published("kh", "xa1");
        explained("a", null, false, 1);
        explained("b", null, true, 1);
        explained("c", MARCH_2, true, 1);

        soon().until(() -> commune("xa1", standing()).tasks().explanationsOwed() == 2);
        assertThat(commune("xa1", standing()).tasks().explanationsOverdue()).isEqualTo(1);
        explained("b", MARCH_2, true, 2);
        soon().until(() -> commune("xa1", standing()).tasks().explanationsOwed() == 1);
        assertThat(commune("xa1", standing()).tasks().explanationsOverdue()).isZero();
    }

    private void explained(String name, LocalDate givenOn, boolean overdue, long sequence) {
        var state = new TaskState(
                taskId(name), plan("kh"), unit("tinh"), unit("xa1"), 0, null, "Nhiệm vụ", List.of(unit("xa1.kinhte")), List.of(), null, null, null,
                WorkState.IN_PROGRESS, TimeClass.OVERDUE, true, false, null, null, null, null, null, null, null, null,
                new Explanation(MARCH_2, MARCH_2, givenOn, overdue, 1), null, null);
        assigned(new TaskEvent.ExplanationRequested(state), sequence, now());
    }

    private PlannedTarget share(String name) {
        return new PlannedTarget(
                targetId(name), plan("kh"), unit("tinh"), unit("xa1"), 2, null, "Bố trí ít nhất 1% tổng chi ngân sách cho chuyển đổi số", ">=",
                BigDecimal.ONE, "%", unit("xa1.kinhte"), null, null);
    }

    private void define(String path, Targets.ShareWanted share) {
        var answer = post(path + "/definition", standing(), new Targets.Definition(null, share));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String path(String name) {
        return "/api/targets/" + targetId(name);
    }

    private Targets.Target known(String path, String token) {
        return soon().until(() -> get(path, token), answer -> answer.status() == 200).as(Targets.Target.class);
    }

    private <E extends TargetEvent> List<E> events(String name, Class<E> type) {
        return topics.read(Topic.REPORT.topicName(), seen -> seen.subject().endsWith("/" + targetId(name)) && seen.type().equals(type.getSimpleName()))
                .stream().map(seen -> seen.as(type)).distinct().toList();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsString("id");
    }

    private static Targets.Reading reading(String period, String value, boolean estimated, String source, String reason) {
        return new Targets.Reading(period, new BigDecimal(value), null, new BigDecimal("50"), estimated, source, null, null, reason);
    }
}
