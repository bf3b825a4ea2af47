package vn.dondoc.reporting.system;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.event.TaskState;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

class SystemPathTest extends ServiceTest {

    @Test
    void the_update_of_a_system_of_the_province_is_expected_of_each_commune_and_vouched_for_with_a_receipt() throws Exception {
        central("t1", "57-01", "xa1");
        central("t2", "57-02", "xa1");
        central("t3", "57-01", "xa2");
        var registered = post("/api/reports/systems", administrator(), wanted("nq57.vn", null, 20));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        var system = registered.as(Systems.Detail.class).summary().id().value();

        var owed = owed(standing());
        var report = "/api/reports/" + owed.path("id").asString();
        assertThat(owed.path("title").asString()).isEqualTo("Cập nhật số liệu lên nq57.vn");
        assertThat(owed.path("period").asString()).isEqualTo("2026-03");
        assertThat(owed.path("lastDay").asString()).isEqualTo("2026-03-20");
        assertThat(owed.path("asked").asBoolean()).isTrue();
        assertThat(get("/api/reports/systems/" + system, economyHead()).as(Systems.Detail.class).periods()).containsExactly("2026-03");

        assertThat(post(report + "/submission", standing(), new Reports.Submission(false, "Đã cập nhật", null, null, null)).code()).isEqualTo("REPORT_RECEIPT_REQUIRED");
        assertThat(post(report + "/submission", standing(), update(null, MARCH_2)).code()).isEqualTo("REPORT_RECEIPT_REQUIRED");
        assertThat(post(report + "/submission", standing(), update("BN-1", MARCH_2.plusDays(1))).json().path("errors").get(0).path("code").asString()).isEqualTo("RECEIPT_DAY");
        soon().until(() -> figure(system, standing()).of() == 2);
        assertThat(figure(system, standing()).rows()).extracting(Systems.FigureRow::verdict).containsOnly(Systems.Verdict.WAITING);

        var sent = post(report + "/submission", standing(), new Reports.Submission(
                false, null, null, null, null, null, null, null, null, null, new Reports.Receipt(MARCH_2, " BN-1 ", List.of(taskId("t2")))));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        var told = sent.as(Reports.Obligation.class);
        assertThat(told.summary().status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(told.submission().receipt().number()).isEqualTo("BN-1");
        assertThat(told.history().getLast().positionTitle()).contains("xa1.vhxh");

        var figure = figure(system, standing());
        assertThat(figure.reported()).isEqualTo(1);
        assertThat(figure.of()).isEqualTo(2);
        assertThat(figure.rows()).extracting(Systems.FigureRow::code, Systems.FigureRow::verdict)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("57-02", Systems.Verdict.LEFT_OUT), org.assertj.core.groups.Tuple.tuple("57-01", Systems.Verdict.IN_TIME));
        assertThat(figure(system, provinceStanding()).of()).isEqualTo(3);
        assertThat(get("/api/reports/systems/" + system + "/figure?commune=" + unit("xa2"), provinceStanding()).as(Systems.Figure.class).rows())
                .extracting(Systems.FigureRow::commune).containsExactly(unit("xa2"));
        assertThat(told("/api/dashboards/province", provinceStanding()).toString()).isEqualTo(told(system, 1, 3));
        assertThat(told("/api/dashboards/communes/" + unit("xa1"), economyHead()).toString()).isEqualTo(told(system, 1, 2));
        assertThat(told("/api/dashboards/communes/" + unit("xa2"), provinceStanding()).toString()).isEqualTo(told(system, 0, 1));
        assertThat(workbook("/api/dashboards/province/workbook", provinceStanding()))
                .containsEntry("Nhiệm vụ Trung ương được báo cáo đúng hạn lên nq57.vn, kỳ 2026-03", 1.0)
                .containsEntry("Trên tổng số nhiệm vụ Trung ương của nq57.vn đã giao đến 20/03/2026, kỳ 2026-03", 3.0);
        assertThat(told("/api/dashboards/province?day=2026-03-01", provinceStanding())).isEmpty();

        todayIs(LocalDate.of(2026, 3, 23));
        var late = owed(standingOf("xa2")).path("id").asString();
        soon().until(() -> get("/api/reports/" + late, standingOf("xa2")).as(Reports.Obligation.class).summary().status() == ReportStatus.OVERDUE);
        assertThat(post("/api/reports/" + late + "/submission", standingOf("xa2"), update("BN-2", LocalDate.of(2026, 3, 19))).as(Reports.Obligation.class).summary().status())
                .isEqualTo(ReportStatus.SUBMITTED_LATE);
        assertThat(figure(system, standingOf("xa2")).rows()).extracting(Systems.FigureRow::verdict).containsExactly(Systems.Verdict.LATE);
    }

    @Test
    void a_system_of_a_commune_is_its_own_and_what_is_open_follows_the_register() {
        var registered = post("/api/reports/systems", standing(), wanted("Sổ của xã", unit("xa1.congan"), 20)).as(Systems.Detail.class);
        var path = "/api/reports/systems/" + registered.summary().id();
        assertThat(owed(police()).path("lastDay").asString()).isEqualTo("2026-03-20");
        assertThat(get(path, economyHead()).status()).isEqualTo(200);
        assertThat(get(path, standingOf("xa2")).status()).isEqualTo(404);
        assertThat(get(path + "/figure", police()).as(Systems.Figure.class).of()).isZero();

        assertThat(post(path + "/definition", standing(), wanted("Sổ của xã", unit("xa1.congan"), 25)).status()).isEqualTo(428);
        var moved = post(path + "/definition", standing(), wanted("Sổ của xã", unit("xa1.kinhte"), 25), "If-Match", get(path, standing()).tag());
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(owed(economyHead()).path("lastDay").asString()).isEqualTo("2026-03-25");
        assertThat(owed(police()).path("status").asString()).isEqualTo("exempted");
        assertThat(post(path + "/definition", economyHead(), wanted("Sổ", unit("xa1.kinhte"), 25), "If-Match", moved.tag()).status()).isEqualTo(403);
    }

    @Test
    void what_cannot_be_a_system_is_told_field_by_field() {
        var columns = List.of(new Systems.Column("Tên", Systems.Field.TITLE), new Systems.Column("ten", Systems.Field.PROGRESS));
        var wrong = new Systems.Wanted(null, " ", "http://nq57.vn", columns, Frequency.AD_HOC, 1, null, unit("xa2.congan"), null, false);

        var answer = post("/api/reports/systems", standing(), wrong);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("code"))
                .containsExactlyInAnyOrder("FIELD_REQUIRED", "SYSTEM_ADDRESS", "SYSTEM_COLUMN_TWICE", "SYSTEM_RHYTHM", "SYSTEM_OWNER_ELSEWHERE");
        assertThat(post("/api/reports/systems", police(), wrong).status()).isEqualTo(403);
    }

    private String standingOf(String commune) {
        return province.token(commune + ".vhxh", Role.COMMUNE_STANDING);
    }

    private List<Dashboards.ToldElsewhere> told(String dashboard, String token) {
        return get(dashboard, token).as(Dashboards.Dashboard.class).toldElsewhere();
    }

    private Map<String, Double> workbook(String path, String token) throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body()))) {
            var figures = new HashMap<String, Double>();
            book.getSheetAt(0).forEach(row -> {
                if (row.getCell(1).getCellType() == CellType.NUMERIC) {
                    figures.put(row.getCell(0).getStringCellValue(), row.getCell(1).getNumericCellValue());
                }
            });
            return figures;
        }
    }

    private static String told(String system, int reported, int of) {
        return List.of(new Dashboards.ToldElsewhere(new RuleId(system), "nq57.vn", "2026-03", LocalDate.of(2026, 3, 20), reported, of)).toString();
    }

    private Systems.Figure figure(String system, String token) {
        return get("/api/reports/systems/" + system + "/figure", token).as(Systems.Figure.class);
    }

    private static Reports.Submission update(String number, LocalDate day) {
        return new Reports.Submission(false, null, null, null, null, null, null, null, null, null, new Reports.Receipt(day, number, null));
    }

    private static Systems.Wanted wanted(String name, UnitId owner, int day) {
        return new Systems.Wanted(
                null, name, "https://nq57.vn", List.of(new Systems.Column("Mã nhiệm vụ", Systems.Field.CODE), new Systems.Column("Kết quả", Systems.Field.PROGRESS)),
                Frequency.MONTHLY, day, null, owner, new Systems.Scope(null, List.of(), true), false);
    }

    private void central(String name, String code, String commune) {
        var particulars = new Particulars(code, AssigningLevel.CENTRAL, null, null, null, List.of(), List.of());
        var task = new TaskState(
                taskId(name), plan("kh"), unit("tinh"), unit(commune), 0, "1.", "Nhiệm vụ " + name, List.of(unit(commune + ".kinhte")), List.of(), null, null, null,
                WorkState.IN_PROGRESS, TimeClass.IN_TIME, true, false, null, null, null, MARCH_2, null, null, null, null, null, null, particulars);
        assigned(new TaskEvent.TaskDescribed(task), 1, now());
    }
}
