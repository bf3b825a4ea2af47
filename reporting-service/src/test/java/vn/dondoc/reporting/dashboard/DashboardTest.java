package vn.dondoc.reporting.dashboard;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.DirectiveState;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.reporting.ServiceTest;
import vn.dondoc.reporting.recount.CellRecount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DashboardTest extends ServiceTest {

    @Autowired
    private CellRecount cellRecount;

    @Test
    void taskEventsMoveTheFiguresOfUnitPlanCommuneAndProvince() {
        published("kh", "xa1");
        published("empty", "xa1");
        task("t1", "kh", "xa1", TimeClass.OVERDUE, 2, "xa1.kinhte");
        task("t2", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte", "xa1.congan");
        task("t3", "kh", "xa1", TimeClass.COMPLETED_IN_TIME, 3, "xa1.congan");
        task("t1", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte");
        task("t4", "kh2", "xa2", TimeClass.DUE_SOON, 1, "xa2.kinhte");
        task("t5", "kh", "xa1", TimeClass.NO_DEADLINE, 1);
        task("t5", "kh", "xa1", TimeClass.NO_DEADLINE, 1);

        soon().until(() -> province(provinceStanding()).tasks().total() == 5);
        soon().until(() -> commune("xa1", standing()).tasks().overdue() == 1);
        var board = province(provinceStanding());
        assertThat(board.name()).isEqualTo("Tỉnh Thử Nghiệm");
        assertThat(board.asOf()).isNotNull();
        assertThat(board.lines()).extracting(Dashboards.Line::name).as("worst first").containsExactly("Xã Thượng Thử", "Xã Hạ Thử");
        assertThat(board.rates().doneOfDue()).isEqualTo(50.0);
        assertThat(board.rates().doneOfAll()).isEqualTo(20.0);

        var commune = commune("xa1", economyHead());
        assertThat(commune.tasks().total()).isEqualTo(4);
        assertThat(commune.tasks().neverOpened()).isEqualTo(4);
        assertThat(commune.rates().doneOfDue()).isEqualTo(50.0);
        assertThat(commune.lines()).extracting(Dashboards.Line::id).containsExactly(unit("xa1.kinhte"), unit("xa1.congan"));
        assertThat(commune.lines()).extracting(line -> line.tasks().total()).as("a shared task stands under both").containsExactly(2L, 2L);
        assertThat(commune.plans()).extracting(Dashboards.PlanLine::title).containsExactly("Kế hoạch kh", "Kế hoạch empty");
        assertThat(commune.plans()).extracting(plan -> plan.tasks().total()).containsExactly(4L, 0L);
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
    }

    @Test
    void theWorkbookTellsTheFiguresOfTheDashboardAsNumbers() throws Exception {
        published("kh", "xa1");
        task("t1", "kh", "xa1", TimeClass.OVERDUE, 1, "xa1.kinhte");
        task("t2", "kh", "xa1", TimeClass.COMPLETED_IN_TIME, 1, "xa1.kinhte");
        task("t3", "kh", "xa1", TimeClass.COMPLETED_LATE, 1, "xa1.congan");
        soon().until(() -> province(provinceStanding()).tasks().total() == 3);

        try (var book = workbook("/api/dashboards/province/workbook", provinceStanding())) {
            assertThat(names(book)).containsExactly("Tổng hợp", "Theo xã, phường");
            var lines = book.getSheetAt(1);
            assertThat(cells(lines, 0)).startsWith("Xã, phường", "Nhiệm vụ: quá hạn").contains("Đã xong trên số đã xong và quá hạn (%)", "Tổng số chỉ tiêu");
            assertThat(cells(lines, 1)).startsWith("Xã Thượng Thử", "1").contains("66.7");
            assertThat(lines.getRow(1).getCell(7).getNumericCellValue()).as("all tasks").isEqualTo(3);
            assertThat(cells(lines, 2)).startsWith("Xã Hạ Thử", "0");
            assertThat(lines.getRow(2).getCell(8).getStringCellValue()).as("no rate of nothing").isEmpty();
            assertThat(cells(book.getSheetAt(0), 0)).first().isEqualTo("Tỉnh Thử Nghiệm");
            assertThat(cells(book.getSheetAt(0), 1)).containsExactly("Nhiệm vụ: quá hạn", "1");
            assertThat(IntStream.rangeClosed(1, book.getSheetAt(0).getLastRowNum()).mapToObj(row -> cells(book.getSheetAt(0), row).getFirst()))
                    .contains("Giải trình về nhiệm vụ còn nợ", "Giải trình về báo cáo còn nợ", "Giải trình về chỉ tiêu còn nợ");
            assertThat(cells(book.getSheetAt(0), book.getSheetAt(0).getLastRowNum())).containsExactly("Chưa ban hành kế hoạch", "Xã Hạ Thử");
        }
        try (var book = workbook("/api/dashboards/communes/" + unit("xa1") + "/workbook?day=2026-03-01", standing())) {
            assertThat(cells(book.getSheetAt(0), 0)).containsExactly("Xã Thượng Thử", "Đến hết ngày 01/03/2026");
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getNumericCellValue()).isZero();
        }
        try (var book = workbook("/api/dashboards/communes/" + unit("xa1") + "/workbook", economyHead())) {
            assertThat(names(book)).containsExactly("Tổng hợp", "Theo đơn vị", "Theo kế hoạch");
            assertThat(cells(book.getSheetAt(2), 1)).startsWith("Kế hoạch kh", "1");
        }
        assertThat(get("/api/dashboards/province/workbook", standing()).code()).isEqualTo("FORBIDDEN");
        assertThat(get("/api/dashboards/communes/" + unit("xa2") + "/workbook", standing()).code()).isEqualTo("NOT_FOUND");
        assertThat(get("/api/dashboards/province/workbook?day=2026-03-03", provinceStanding()).code()).isEqualTo("DAY_AHEAD");
    }

    @Test
    void programmesStandBesideEachOtherAndLeadDownToCommunesAndRows() throws Exception {
        var carrying = new PlanState(plan("kh"), unit("tinh"), unit("xa1"), "Kế hoạch 06", null, null, 2026, MARCH_2, 1, 1, 1, "ĐA 06");
        topics.publish(new PlanEvent.PlanPublished(carrying), unit("xa1"), "plans/" + plan("kh"), 1, now());
        monthlyRuleOf("Đề án 06", "kh", "xa1.kinhte", "xa1.congan");
        planned(target("ct", "kh", "xa1", "xa1.kinhte"), 1);
        planned(target("khac", "kh2", "xa1", "xa1.kinhte"), 1);
        costs("a", "kh", "xa1", 600L, 200L, "Đề án số 06", WorkState.IN_PROGRESS, 1, "xa1.kinhte");
        costs("b", "kh3", "xa2", 400L, null, "ĐA 06/CP", WorkState.IN_PROGRESS, 1, "xa2.kinhte");
        costs("c", "kh2", "xa1", 100L, null, "Nghị quyết số 57-NQ/TW", WorkState.IN_PROGRESS, 1, "xa1.congan");
        costs("d", "kh2", "xa1", 100L, null, "Chuyển đổi số", WorkState.IN_PROGRESS, 1, "xa1.congan");
        costs("e", "kh2", "xa1", 100L, null, null, WorkState.IN_PROGRESS, 1, "xa1.congan");

        soon().untilAsserted(() -> assertThat(programmes("", provinceStanding()).lines()).extracting(Dashboards.ProgrammeLine::name, line -> line.tasks().total(),
                line -> line.reports().total(), line -> line.targets().notMeasured(), line -> line.money().plannedVnd()).containsExactlyInAnyOrder(
                        tuple("Đề án 06", 2L, 2L, 1L, 1000L), tuple("Nghị quyết 57", 1L, 0L, 0L, 100L), tuple("Chuyển đổi số", 1L, 0L, 0L, 100L)));
        var one = get("/api/dashboards/programmes/%C4%90A%2006", provinceStanding()).as(Dashboards.ProgrammeBoard.class);
        assertThat(one.province()).isTrue();
        assertThat(one.programme().money().disbursedOfPlanned()).isEqualTo(20.0);
        assertThat(one.board().lines()).extracting(Dashboards.Line::id, line -> line.tasks().total(), line -> line.reports().total(), line -> line.targets().total())
                .containsExactlyInAnyOrder(tuple(unit("xa1"), 1L, 2L, 1L), tuple(unit("xa2"), 1L, 0L, 0L));
        var commune = get("/api/dashboards/programmes/dean06?commune=" + unit("xa1"), standing()).as(Dashboards.ProgrammeBoard.class);
        assertThat(commune.board().tasks().total()).isEqualTo(1);
        assertThat(commune.board().lines()).isEmpty();
        for (var rows : List.of("/api/reports/obligations", "/api/targets")) {
            var figure = rows.endsWith("targets") ? commune.board().targets().total() : commune.board().reports().total();
            assertThat(get(rows + "?programme=dean06&commune=" + unit("xa1"), standing()).json().path("total").asLong()).as(rows).isEqualTo(figure);
        }
        var own = programmes("", standing());
        assertThat(own.province()).isFalse();
        assertThat(own.lines()).extracting(line -> line.tasks().total()).containsExactlyInAnyOrder(1L, 1L, 1L);
        assertThat(get("/api/dashboards/programmes/dean06?commune=" + unit("xa2"), standing()).status()).isEqualTo(404);
        assertThat(programmes("?day=2026-03-01", provinceStanding()).lines()).as("before anything happened").isEmpty();
        assertThat(get("/api/dashboards/programmes?day=2026-03-03", provinceStanding()).code()).isEqualTo("DAY_AHEAD");
        var trend = get("/api/dashboards/programmes/dean06/trend?step=day&from=2026-03-01", provinceStanding()).as(Dashboards.Trend.class);
        assertThat(trend.name()).isEqualTo("Đề án 06 – Tỉnh Thử Nghiệm");
        assertThat(trend.points()).extracting(point -> point.tasks().total(), point -> point.reports().total(), point -> point.targets().total())
                .containsExactly(tuple(0L, 0L, 0L), tuple(2L, 2L, 1L));
        assertThat(get("/api/dashboards/programmes/dean06/trend?commune=" + unit("xa1"), standing()).as(Dashboards.Trend.class).points().getLast().tasks().total()).isEqualTo(1);
        assertThat(get("/api/dashboards/programmes/dean06/trend?commune=" + unit("xa2"), standing()).status()).isEqualTo(404);
        assertThat(get("/api/dashboards/programmes/dean06/trend?to=2026-03-03", provinceStanding()).code()).isEqualTo("DAY_AHEAD");
        for (var page : List.of("", "/trend", "/workbook")) {
            assertThat(get("/api/dashboards/programmes/khongco" + page, provinceStanding()).code()).as("no such programme").isEqualTo("NOT_FOUND");
            assertThat(get("/api/dashboards/programmes/nq57" + page + "?commune=" + unit("xa2"), provinceStanding()).code()).as("not in that commune").isEqualTo("NOT_FOUND");
        }
        assertThat(get("/api/dashboards/programmes/dean06?day=2026-03-01", provinceStanding()).as(Dashboards.ProgrammeBoard.class).board().tasks().total())
                .as("before anything of it happened").isZero();

        try (var book = workbook("/api/dashboards/programmes/workbook", provinceStanding())) {
            assertThat(names(book)).containsExactly("Tổng hợp", "Theo chương trình, đề án");
            assertThat(cells(book.getSheetAt(1), 0)).startsWith("Chương trình, đề án", "Nhiệm vụ: quá hạn").endsWith("Kinh phí theo kế hoạch (đồng)", "Kinh phí đã giải ngân (đồng)");
            assertThat(IntStream.rangeClosed(1, 3).mapToObj(row -> cells(book.getSheetAt(1), row).getFirst())).contains("Đề án 06", "Nghị quyết 57", "Chuyển đổi số");
        }
        try (var book = workbook("/api/dashboards/programmes/dean06/workbook", provinceStanding())) {
            assertThat(cells(book.getSheetAt(0), 0)).first().isEqualTo("Đề án 06 – Tỉnh Thử Nghiệm");
            assertThat(IntStream.rangeClosed(1, 2).mapToObj(row -> cells(book.getSheetAt(1), row).getFirst())).containsExactlyInAnyOrder("Xã Thượng Thử", "Xã Hạ Thử");
        }
        monthlyRuleOf("Chuyển đổi số", "kh", 2, "xa1.kinhte", "xa1.congan");
        topics.publish(new PlanEvent.PlanAmended(carrying.within("Chuyển đổi số"), new Basis(null, null), 0, 1, 0), unit("xa1"), "plans/" + plan("kh"), 2, now());
        soon().untilAsserted(() -> assertThat(programmes("", provinceStanding()).lines()).as("the plan was given another programme")
                .filteredOn(line -> !line.name().equals("Nghị quyết 57"))
                .extracting(Dashboards.ProgrammeLine::name, line -> line.tasks().total(), line -> line.reports().total(), line -> line.targets().notMeasured())
                .containsExactlyInAnyOrder(tuple("Đề án 06", 2L, 0L, 0L), tuple("Chuyển đổi số", 1L, 2L, 1L)));
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
    }

    private Dashboards.ProgrammeBoards programmes(String query, String token) {
        return get("/api/dashboards/programmes" + query, token).as(Dashboards.ProgrammeBoards.class);
    }

    private XSSFWorkbook workbook(String path, String token) throws Exception {
        var answer = http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
    }

    private static List<String> names(XSSFWorkbook book) {
        return IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName).toList();
    }

    private static List<String> cells(Sheet sheet, int row) {
        var format = new DataFormatter(Locale.ROOT);
        return IntStream.range(0, sheet.getRow(row).getLastCellNum()).mapToObj(cell -> format.formatCellValue(sheet.getRow(row).getCell(cell))).toList();
    }

    @Test
    void aDirectiveStandsBesideThePlansOfEveryCommuneThatHasAPartOfIt() {
        published("kh", "xa1");
        var directive = new DirectiveState(
                new DirectiveId(plan("cd").value()), unit("tinh"), null, unit("so"), "Rà soát đường truyền", "58/SKHCN", MARCH_2, Urgency.NORMAL, null, null,
                List.of(unit("xa1"), unit("xa2")), List.of(unit("xa1"), unit("xa2")), null);
        topics.publish(new PlanEvent.DirectiveIssued(directive), unit("tinh"), "directives/" + directive.id(), 1, now());
        task("t1", "cd", "xa1", TimeClass.OVERDUE, 1, "xa1.vhxh");
        task("t2", "cd", "xa2", TimeClass.IN_TIME, 1, "xa2.vhxh");

        soon().until(() -> province(provinceStanding()).tasks().total() == 2);
        soon().untilAsserted(() -> assertThat(commune("xa1", standing()).plans()).extracting(Dashboards.PlanLine::title, Dashboards.PlanLine::directive)
                .containsExactly(tuple("Rà soát đường truyền", true), tuple("Kế hoạch kh", false)));
        assertThat(commune("xa1", standing()).plans().getFirst().tasks().total()).isEqualTo(1);
        assertThat(commune("xa2", provinceStanding()).plans()).extracting(Dashboards.PlanLine::directive).containsExactly(true);
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
    }

    @Test
    void figuresOfAPastDayStayWhateverComesLater() {
        published("kh", "xa1");
        todayIs(LocalDate.of(2026, 1, 20));
        task("t1", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte");
        todayIs(LocalDate.of(2026, 2, 5));
        task("t2", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.congan");
        task("t1", "kh", "xa1", TimeClass.OVERDUE, 2, "xa1.kinhte");
        todayIs(MARCH_2);
        task("t1", "kh", "xa1", TimeClass.COMPLETED_LATE, 3, "xa1.kinhte");
        soon().until(() -> province(provinceStanding()).tasks().completedLate() == 1);

        var january = then("/api/dashboards/communes/" + unit("xa1"), "2026-01-31", standing());
        assertThat(january.tasks().total()).isEqualTo(1);
        assertThat(january.tasks().overdue()).isZero();
        assertThat(january.day()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(january.lines()).extracting(Dashboards.Line::id).containsExactly(unit("xa1.kinhte"));
        var february = then("/api/dashboards/province", "2026-02-05", provinceStanding());
        assertThat(february.tasks().overdue()).isEqualTo(1);
        assertThat(february.tasks().total()).isEqualTo(2);
        assertThat(february.rates().doneOfDue()).isZero();
        assertThat(then("/api/dashboards/province", "2026-02-04", provinceStanding()).tasks().total()).isEqualTo(1);
        assertThat(then("/api/dashboards/province", "2026-01-19", provinceStanding()).tasks().total()).isZero();
        assertThat(then("/api/dashboards/province", "2026-03-02", provinceStanding()).day()).as("today is now").isNull();

        var months = get("/api/dashboards/province/trend?from=2025-12-15", provinceStanding()).as(Dashboards.Trend.class);
        assertThat(months.points()).extracting(Dashboards.Point::day).containsExactly(
                LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28), MARCH_2);
        assertThat(months.points()).extracting(point -> point.tasks().overdue()).containsExactly(0L, 0L, 1L, 0L);
        assertThat(months.points()).extracting(point -> point.tasks().total()).containsExactly(0L, 1L, 2L, 2L);
        var days = get("/api/dashboards/communes/" + unit("xa1") + "/trend?step=day&from=2026-02-04&to=2026-02-06", economyHead()).as(Dashboards.Trend.class);
        assertThat(days.points()).extracting(point -> point.tasks().total()).containsExactly(1L, 2L, 2L);
        soon().untilAsserted(() -> assertThat(cellRecount.differences()).isEmpty());
    }

    @Test
    void whatIsOverdueIsToldByHowLongItHasBeenSo() {
        published("kh", "xa1");
        overdue("t1", MARCH_2.minusDays(1));
        overdue("t2", MARCH_2.minusDays(7));
        overdue("t3", MARCH_2.minusDays(8));
        overdue("t4", MARCH_2.minusDays(91));
        task("t5", "kh", "xa1", TimeClass.IN_TIME, 1, "xa1.kinhte");

        soon().until(() -> province(provinceStanding()).tasks().total() == 5);
        assertThat(commune("xa1", standing()).ages()).extracting(Dashboards.Age::overdue).containsExactly(2L, 1L, 0L, 1L);
        assertThat(province(provinceStanding()).ages()).extracting(Dashboards.Age::dueFrom)
                .containsExactly(MARCH_2.minusDays(7), MARCH_2.minusDays(30), MARCH_2.minusDays(90), null);
        assertThat(province(provinceStanding()).withoutPlan()).extracting(Dashboards.Named::id).containsExactly(unit("xa2"));
        todayIs(MARCH_2.plusDays(1));
        assertThat(commune("xa1", standing()).ages()).extracting(Dashboards.Age::overdue).as("a day later").containsExactly(1L, 2L, 0L, 1L);
        task("t4", "kh", "xa1", TimeClass.COMPLETED_LATE, 2, "xa1.kinhte");
        soon().untilAsserted(() -> assertThat(commune("xa1", standing()).ages()).extracting(Dashboards.Age::overdue).containsExactly(1L, 2L, 0L, 0L));
    }

    private void overdue(String name, LocalDate lastDay) {
        var state = new TaskState(
                taskId(name), plan("kh"), unit("tinh"), unit("xa1"), 0, "1.", "Nhiệm vụ " + name, List.of(unit("xa1.kinhte")), List.of(), null,
                new Due.By(lastDay, false, false), lastDay, WorkState.IN_PROGRESS, TimeClass.OVERDUE, true, false, null, null);
        assigned(new TaskEvent.TaskAssigned(state), 1, now());
    }

    @Test
    void daysToComeAndTimesThatDoNotFitAreRefused() {
        assertThat(get("/api/dashboards/province?day=2026-03-03", provinceStanding()).code()).isEqualTo("DAY_AHEAD");
        assertThat(get("/api/dashboards/province?day=soon", provinceStanding()).code()).isEqualTo("VALIDATION");
        assertThat(get("/api/dashboards/province/trend?to=2026-03-03", provinceStanding()).code()).isEqualTo("DAY_AHEAD");
        assertThat(get("/api/dashboards/province/trend?step=day&from=2024-01-01", provinceStanding()).code()).isEqualTo("TREND_TOO_WIDE");
        assertThat(get("/api/dashboards/province/trend?from=2026-03-01&to=2026-02-01", provinceStanding()).code()).isEqualTo("TREND_TOO_WIDE");
        assertThat(get("/api/dashboards/province/trend?step=week", provinceStanding()).code()).isEqualTo("VALIDATION");
        assertThat(get("/api/dashboards/communes/" + unit("xa2") + "/trend", standing()).code()).isEqualTo("NOT_FOUND");
        assertThat(get("/api/dashboards/province/trend", standing()).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void communesWithoutAnythingStandThereWithZeros() {
        var board = province(provinceStanding());

        assertThat(board.lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.tasks().total()).isZero();
            assertThat(line.reports().total()).isZero();
            assertThat(line.rates().doneOfDue()).isNull();
        });
        assertThat(board.asOf()).isNull();
        assertThat(board.withoutPlan()).as("nobody has published a plan").extracting(Dashboards.Named::id).containsExactlyInAnyOrder(unit("xa1"), unit("xa2"));
        assertThat(board.ages()).extracting(Dashboards.Age::overdue).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void figuresStayWithinTheBranch() {
        assertThat(get("/api/dashboards/province", standing()).code()).isEqualTo("FORBIDDEN");
        assertThat(get("/api/dashboards/communes/" + unit("xa2"), standing()).code()).isEqualTo("NOT_FOUND");
        assertThat(get("/api/dashboards/communes/" + unit("xa2"), economyHead()).status()).isEqualTo(404);
        assertThat(get("/api/dashboards/communes/" + unit("xa1"), province.token("xa1.thon1", Role.VILLAGE_HEAD)).status()).isEqualTo(200);
        assertThat(get("/api/dashboards/communes/" + unit("so"), provinceStanding()).status()).as("not a commune").isEqualTo(404);
        assertThat(get("/api/dashboards/communes/nowhere", provinceStanding()).status()).isEqualTo(404);
        assertThat(get("/api/dashboards/communes/@@", provinceStanding()).status()).isEqualTo(404);
    }

    private Dashboards.Dashboard then(String path, String day, String token) {
        return get(path + "?day=" + day, token).as(Dashboards.Dashboard.class);
    }

    private Dashboards.Dashboard province(String token) {
        return get("/api/dashboards/province", token).as(Dashboards.Dashboard.class);
    }
}
