package vn.dondoc.reporting.ranking;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Rankings.Figure;
import vn.dondoc.contracts.api.Rankings.Period;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RankingTest extends ServiceTest {

    private static final Rankings.Wanted MONTHLY = rule(Period.MONTH, false, new Rankings.Weight(Figure.TASKS_IN_TIME, 60), new Rankings.Weight(Figure.REPORTS_IN_TIME, 40));

    @Test
    void nothingIsShownBeforeTheProvinceHasARule() {
        february();
        for (var token : List.of(provinceStanding(), standing(), economyHead())) {
            var ranking = communes("", token);
            assertThat(ranking.rule()).isNull();
            assertThat(ranking.groups()).isEmpty();
            assertThat(ranking.periods()).isEmpty();
        }
        assertThat(communes("?period=2026-02", provinceStanding()).groups()).isEmpty();
        assertThat(units("", standing()).groups()).isEmpty();
        var rule = get(rule(), standing()).as(Rankings.Rule.class);
        assertThat(rule.versions()).isEmpty();
        assertThat(rule.version()).isZero();
        assertThat(rule.mayChange()).isFalse();
        assertThat(put(MONTHLY, 0, standing()).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void aPeriodThatIsOverIsAsTheLedgerKnewItThenAndStaysSo() throws Exception {
        february();
        assertThat(put(MONTHLY, 0, provinceStanding()).status()).isEqualTo(200);

        var ranking = communes("", provinceStanding());
        assertThat(ranking.period()).isEqualTo("2026-02");
        assertThat(ranking.setAfterwards()).isTrue();
        assertThat(ranking.rule()).extracting(Rankings.Version::number, Rankings.Version::on, Rankings.Version::byTitle)
                .containsExactly(1, MARCH_2, "province-standing so");
        assertThat(ranking.groups()).singleElement().satisfies(group -> {
            assertThat(group.lines()).extracting(Rankings.Line::name, Rankings.Line::place, Rankings.Line::points, Rankings.Line::proposed)
                    .containsExactly(tuple("Xã Hạ Thử", 1, new BigDecimal("100.00"), true), tuple("Xã Thượng Thử", 2, new BigDecimal("50.00"), false));
            assertThat(group.lines().getLast().shares().getFirst()).extracting(Rankings.Share::numerator, Rankings.Share::denominator).containsExactly(1L, 2L);
            assertThat(group.lines().getLast().shares().getLast().points()).as("no report, no points").isNull();
            assertThat(group.lines().getFirst().heads()).extracting(Rankings.Seat::title).containsExactly("commune-leader xa2");
            assertThat(group.lines().getLast().overdue()).isEqualTo(1);
            assertThat(group.lines().getLast().excluded()).containsExactly(Rankings.Exclusion.OVERDUE);
        });

        task("late", "kh", "xa1", TimeClass.COMPLETED_LATE, 2, "xa1.kinhte");
        task("good2", "kh2", "xa2", TimeClass.OVERDUE, 2, "xa2.kinhte");
        soon().until(() -> get("/api/dashboards/province", provinceStanding()).as(Dashboards.Dashboard.class).tasks().completedLate() == 1);
        assertThat(communes("?period=2026-02", provinceStanding()).groups()).as("what was known then").isEqualTo(ranking.groups());

        assertThat(communes("?period=2026-01", provinceStanding()).groups().getFirst().tooFew()).extracting(Rankings.Line::name).containsExactly("Xã Hạ Thử", "Xã Thượng Thử");
        assertThat(get("/api/rankings/communes?period=2026-03", provinceStanding()).code()).isEqualTo("RANKING_PERIOD_OPEN");
        assertThat(get("/api/rankings/communes?period=2025-Q4", provinceStanding()).code()).isEqualTo("RANKING_PERIOD");
        assertThat(get("/api/rankings/communes?period=soon", provinceStanding()).code()).isEqualTo("RANKING_PERIOD");
        books();
    }

    private void books() throws Exception {
        try (var book = workbook("/api/rankings/communes/workbook", provinceStanding())) {
            assertThat(names(book)).containsExactly("Đề xuất khen thưởng", "Xã, phường, đặc khu", "Quy tắc");
            assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue()).isEqualTo("Xã Hạ Thử");
            assertThat(book.getSheetAt(1).getRow(2).getCell(2).getNumericCellValue()).isEqualTo(50);
        }
        try (var book = workbook("/api/rankings/communes/" + unit("xa1") + "/units/workbook", economyHead())) {
            assertThat(names(book)).containsExactly("Đề xuất khen thưởng", "Phòng, đơn vị", "Quy tắc");
        }
    }

    @Test
    void aCommuneSeesItsOwnPlaceAndUnitsUnlessTheRuleShowsAll() {
        february();
        put(MONTHLY, 0, administrator());

        var own = communes("", economyHead()).groups().getFirst();
        assertThat(own.ranked()).isEqualTo(2);
        assertThat(own.lines()).extracting(Rankings.Line::id).containsExactly(unit("xa1"));
        assertThat(communes("", province.token("tinh", Role.PROVINCE_VIEWER)).groups().getFirst().lines()).hasSize(2);
        assertThat(get("/api/rankings/communes/workbook", standing()).code()).isEqualTo("FORBIDDEN");
        assertThat(units("", standing()).groups()).singleElement().satisfies(group -> {
            assertThat(group.compared()).isEqualTo(Rankings.Compared.UNITS);
            assertThat(group.lines()).extracting(Rankings.Line::id, Rankings.Line::place).containsExactly(tuple(unit("xa1.congan"), 1), tuple(unit("xa1.kinhte"), 2));
            assertThat(group.lines().getFirst().heads()).extracting(Rankings.Seat::title).containsExactly("unit-head xa1.congan");
        });
        assertThat(get("/api/rankings/communes/" + unit("xa2") + "/units", standing()).code()).isEqualTo("NOT_FOUND");
        assertThat(get("/api/rankings/communes/" + unit("xa1.kinhte") + "/units", standing()).code()).isEqualTo("NOT_FOUND");

        assertThat(put(rule(Period.MONTH, true, new Rankings.Weight(Figure.TASKS_NOT_OVERDUE, 1)), 1, provinceStanding()).status()).isEqualTo(200);
        assertThat(communes("?period=2026-02", economyHead()).rule().number()).as("the first one stays for what was over before").isEqualTo(1);
        todayIs(LocalDate.of(2026, 4, 1));
        var march = communes("", economyHead());
        assertThat(march).extracting(Rankings.Ranking::period, Rankings.Ranking::setAfterwards).containsExactly("2026-03", false);
        assertThat(march.rule().number()).isEqualTo(2);
        assertThat(march.groups().getFirst().lines()).extracting(Rankings.Line::id).containsExactly(unit("xa1"));
        assertThat(march.groups().getFirst().tooFew()).as("shown, and without a place").extracting(Rankings.Line::id).containsExactly(unit("xa2"));
    }

    @Test
    void aRuleIsKeptInAllItsVersionsAndCanBeSwitchedOff() {
        assertThat(put(MONTHLY, 0, provinceStanding()).status()).isEqualTo(200);
        assertThat(put(MONTHLY, 0, provinceStanding()).code()).isEqualTo("VERSION_CHANGED");
        put(rule(Period.QUARTER, false), 1, administrator());
        var rule = get(rule(), economyHead()).as(Rankings.Rule.class);
        assertThat(rule.versions()).extracting(Rankings.Version::number).containsExactly(2, 1);
        assertThat(rule.versions().getLast().content()).isEqualTo(MONTHLY);
        assertThat(communes("", provinceStanding()).periods()).as("off").isEmpty();
        todayIs(LocalDate.of(2026, 4, 1));
        assertThat(communes("?period=2026-03", provinceStanding()).groups()).isEmpty();
        assertThat(communes("?period=2026-02", provinceStanding()).rule().number()).as("ranked before").isEqualTo(1);

        var twice = rule(Period.MONTH, false, new Rankings.Weight(Figure.TASKS_OPENED, 0), new Rankings.Weight(Figure.TASKS_OPENED, 101));
        var refused = put(twice, 2, provinceStanding());
        assertThat(refused.code()).isEqualTo("VALIDATION");
        assertThat(refused.body()).contains("Mỗi số liệu chỉ được chọn một lần.", "Hãy ghi số từ 1 đến 100.");
        assertThat(get("/api/rankings/rules/" + unit("xa1"), standing()).code()).isEqualTo("NOT_FOUND");
    }

    /** In February xa1 did one task in time and let one go by, xa2 did both. */
    private void february() {
        todayIs(LocalDate.of(2026, 2, 10));
        task("good", "kh", "xa1", TimeClass.COMPLETED_IN_TIME, 1, "xa1.congan");
        task("late", "kh", "xa1", TimeClass.OVERDUE, 1, "xa1.kinhte");
        task("good1", "kh2", "xa2", TimeClass.COMPLETED_IN_TIME, 1, "xa2.congan");
        task("good2", "kh2", "xa2", TimeClass.COMPLETED_IN_TIME, 1, "xa2.kinhte");
        todayIs(MARCH_2);
        soon().until(() -> get("/api/dashboards/province", provinceStanding()).as(Dashboards.Dashboard.class).tasks().total() == 4);
    }

    private static Rankings.Wanted rule(Period period, boolean open, Rankings.Weight... weights) {
        return new Rankings.Wanted(period, List.of(weights), 1, false, true, open, 2, null, 0, true);
    }

    private String rule() {
        return "/api/rankings/rules/" + unit("tinh");
    }

    private Answer put(Rankings.Wanted wanted, long version, String token) {
        return put(rule(), token, EventJson.mapper().writeValueAsString(wanted), version);
    }

    private Rankings.Ranking communes(String query, String token) {
        return get("/api/rankings/communes" + query, token).as(Rankings.Ranking.class);
    }

    private Rankings.Ranking units(String query, String token) {
        return get("/api/rankings/communes/" + unit("xa1") + "/units" + query, token).as(Rankings.Ranking.class);
    }

    private XSSFWorkbook workbook(String path, String token) throws Exception {
        var answer = http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
    }

    private static List<String> names(XSSFWorkbook book) {
        return IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName).toList();
    }
}
