package vn.dondoc.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Organisation.CalendarDay;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.News;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.id.PositionId;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings and the calendar of a year as people see and change them; both days of a task, and silence. */
class TimekeepingPagesTest {

    private final StandIn services = Console.SERVICES;
    private Visitor standing;

    @BeforeEach
    void theStandingUnit() {
        services.forget();
        Samples.everything(services, Samples.standing());
        answers(services);
        standing = Visitor.signedIn("xa1.thuongtruc");
    }

    /** A commune with reminders of its own, and a province that set the table of 2026 only. */
    static void answers(StandIn services) {
        services.on("GET /api/organisation/settings/c1", settings(false)).on("GET /api/organisation/settings/p", settings(true))
                .on("GET /api/organisation/calendars/p/2026", calendar(2026, true)).on("GET /api/organisation/calendars/p/2027", calendar(2027, true));
    }

    private static Organisation.Settings settings(boolean province) {
        var unit = province ? Samples.PROVINCE : Samples.COMMUNE;
        var own = new SettingsState(unit, province ? DaysOff.NEXT_WORKING_DAY : null, List.of(10, 5, 1), List.of(), null, null, 20, null);
        var defaults = SettingsState.defaultsOf(unit);
        var above = province ? defaults
                : new SettingsState(unit, DaysOff.NEXT_WORKING_DAY, List.of(7, 3, 1), List.of(1, 3, 7), 14, 0, 30, 3);
        return new Organisation.Settings(
                unit, Samples.PROVINCE, province ? "Tỉnh Lam Giang" : "Xã Mây Ngàn", 4, own, above, province ? null : "Tỉnh Lam Giang", own.over(above), true,
                province ? List.of() : List.of(new Organisation.Decider(new PositionId("cv-9"), "Phó Trưởng ban", "Công an xã")));
    }

    private static Organisation.Calendar calendar(int year, boolean mayChange) {
        var days = List.of(
                new CalendarDay(LocalDate.of(2026, 2, 16), false, "Tết Nguyên đán"), new CalendarDay(LocalDate.of(2026, 2, 17), false, "Tết Nguyên đán"),
                new CalendarDay(LocalDate.of(2026, 8, 22), true, "Làm bù cho ngày 31/8"), new CalendarDay(LocalDate.of(2026, 9, 2), false, "Quốc khánh"));
        return year == 2026
                ? new Organisation.Calendar(Samples.PROVINCE, "Tỉnh Lam Giang", year, 2, days, "Thông báo về lịch nghỉ năm 2026", List.of(2026), mayChange)
                : new Organisation.Calendar(Samples.PROVINCE, "Tỉnh Lam Giang", year, 0, List.of(), null, List.of(2026), mayChange);
    }

    @Test
    void eachFieldSaysWhatHoldsAboveAndWhatItMeans() {
        assertThat(standing.get("/settings").headers().firstValue("Location")).hasValue("/settings/c1");
        var page = standing.get("/settings/c1").body();
        assertThat(page).contains("Thời hạn và nhắc việc", "value=\"10, 5, 1\"", "Quy định chung (Tỉnh Lam Giang): 7, 3, 1.", "Quy định chung (Tỉnh Lam Giang): 14.",
                "Lùi sang ngày làm việc kế tiếp", "(do tỉnh quy định)").contains("Quyết định thay lãnh đạo", "Phó Trưởng ban, Công an xã").doesNotContain("name=\"daysOff\"");
        assertThat(standing.get("/settings/p").body()).contains("name=\"daysOff\"", "Quy định chung (mặc định): 30.");
        assertThat(standing.get("/").body()).contains("href=\"/settings\"", "href=\"/calendar\"");
    }

    @Test
    void whatIsTypedIsSentAndAnEmptyFieldIsAsAbove() {
        services.on("PUT /api/organisation/settings/c1", settings(false));
        var answer = standing.post("/settings/c1", "daysLeft", "14, 7 ; 1", "daysLate", "", "overdueEvery", "", "acceptAfter", "0", "staleAfter", "45",
                "explainWithin", "", "decider", "cv-9", "version", "4");
        assertThat(answer.headers().firstValue("Location")).hasValue("/settings/c1");
        var call = services.last("PUT /api/organisation/settings/c1");
        assertThat(call.header("If-Match")).isEqualTo("\"4\"");
        assertThat(EventJson.mapper().readValue(call.body(), Organisation.SettingsWanted.class))
                .isEqualTo(new Organisation.SettingsWanted(null, List.of(14, 7, 1), List.of(), null, 0, 45, null, null, new PositionId("cv-9")));

        services.refusing("PUT /api/organisation/settings/c1", 400, "VALIDATION", "Có nội dung chưa đúng.");
        var refused = standing.post("/settings/c1", "daysLeft", "1, 7", "version", "4");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Có nội dung chưa đúng.", "value=\"1, 7\"");
        assertThat(standing.post("/settings/c1", "daysLeft", "bảy", "version", "4").body()).contains("Có ô không đọc được");
    }

    @Test
    void theYearIsShownInWordsAndWhatIsMissingIsSaid() {
        var page = standing.get("/calendar/2026").body();
        assertThat(page).contains("Lịch làm việc năm 2026", "Tháng 2", "16/02/2026", "Thứ Hai", "Nghỉ", "Làm bù", "Thứ Bảy", "Quốc khánh",
                "Thông báo về lịch nghỉ năm 2026", "Chưa có lịch năm 2027.", "22/08/2026; làm bù; Làm bù cho ngày 31/8").doesNotContain("Tháng 3");
        assertThat(standing.get("/calendar/2027").body()).contains("Chưa có lịch năm 2027: hệ thống chỉ coi thứ Bảy, Chủ nhật là ngày nghỉ.");
        services.on("GET /api/organisation/calendars/p/2026", calendar(2026, false));
        assertThat(standing.get("/calendar/2026").body()).contains("Tết Nguyên đán").doesNotContain("<textarea");
    }

    @Test
    void pastedRowsBecomeTheTableAndWrongOnesAreNamed() {
        services.on("POST /api/organisation/calendars/p/2027/rows", new Organisation.CalendarRows(
                List.of(), List.of(new Organisation.BrokenRow(2, "ROW_DAY_UNREADABLE", "Không đọc được ngày “31/2/2027”."))));
        var wrong = standing.post("/calendar/2027", "rows", "1/1/2027; nghỉ\n31/2/2027; nghỉ", "source", "Thông báo", "version", "0");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Dòng 2", "Không đọc được ngày “31/2/2027”.", "31/2/2027; nghỉ", "value=\"Thông báo\"");
        assertThat(services.wasAsked("PUT /api/organisation/calendars/p/2027")).isFalse();

        var read = new CalendarDay(LocalDate.of(2027, 1, 1), false, null);
        services.on("POST /api/organisation/calendars/p/2027/rows", new Organisation.CalendarRows(List.of(read), List.of()));
        services.on("PUT /api/organisation/calendars/p/2027", calendar(2026, true));
        assertThat(standing.post("/calendar/2027", "rows", "1/1/2027; nghỉ", "source", "Thông báo", "version", "0").headers().firstValue("Location"))
                .hasValue("/calendar/2027");
        assertThat(services.last("POST /api/organisation/calendars/p/2027/rows").body()).contains("rows.txt", "1/1/2027; nghỉ");
        var call = services.last("PUT /api/organisation/calendars/p/2027");
        assertThat(call.header("If-Match")).isEqualTo("\"0\"");
        assertThat(EventJson.mapper().readValue(call.body(), Organisation.CalendarWanted.class))
                .isEqualTo(new Organisation.CalendarWanted(List.of(read), "Thông báo"));
    }

    @Test
    void aTaskShowsBothDaysAndSilence() {
        var plain = Samples.task(List.of());
        services.on("GET /api/tasks/t-1", new Tasks.Task(
                told(plain.summary(), LocalDate.of(2026, 11, 8), null), plain.version(), null, null, null, null, null, plain.history(), List.of()));
        assertThat(standing.get("/tasks/t-1").body()).contains("Theo kế hoạch là 08/11/2026, rơi vào ngày nghỉ");
        services.on("GET /api/tasks/t-1", new Tasks.Task(
                told(plain.summary(), null, new News(LocalDate.of(2026, 9, 3), true)), plain.version(), null, null, null, null, null, plain.history(), List.of()));
        assertThat(standing.get("/tasks/t-1").body()).contains("Lâu chưa có tin", "Tin gần nhất", "03/09/2026");
        standing.get("/tasks?stale=true");
        assertThat(services.last("GET /api/tasks").query()).contains("stale=true");
    }

    @Test
    void theGiverNamesDaysForOneTask() {
        services.on("GET /api/tasks/t-1", Samples.task(List.of("acceptance", "reminders")));
        assertThat(standing.get("/tasks/t-1").body()).contains("Mốc nhắc riêng cho nhiệm vụ này", "action=\"/tasks/t-1/reminders\"");
        services.on("PUT /api/tasks/t-1/reminders", new Tasks.Changed(Samples.overdue(), 5, List.of()));
        standing.post("/tasks/t-1/reminders", "daysLeft", "14, 7", "version", "4");
        var call = services.last("PUT /api/tasks/t-1/reminders");
        assertThat(EventJson.mapper().readValue(call.body(), Tasks.OwnReminders.class).daysLeft()).containsExactly(14, 7);
        assertThat(call.header("If-Match")).isEqualTo("\"4\"");
        assertThat(standing.get("/tasks/t-1").body()).contains("Đã lưu mốc nhắc.");
        services.refusing("PUT /api/tasks/t-1/reminders", 400, "VALIDATION", "Chưa đúng.");
        standing.post("/tasks/t-1/reminders", "daysLeft", "7, 14", "version", "4");
        assertThat(standing.get("/tasks/t-1").body()).contains("role=\"alert\"", "Chưa đúng.");
        standing.post("/tasks/t-1/reminders", "daysLeft", "bảy ngày", "version", "4");
        assertThat(standing.get("/tasks/t-1").body()).contains("Có ô không đọc được");
    }

    private static Tasks.TaskSummary told(Tasks.TaskSummary s, @Nullable LocalDate planned, @Nullable News news) {
        return new Tasks.TaskSummary(
                s.id(), s.plan(), s.commune(), s.communeName(), s.ordinal(), s.title(), s.lead(), s.coordinating(), s.due(), s.lastDay(), s.daysLeft(),
                s.workState(), s.timeClass(), s.opened(), s.overdueBeforeEntry(), s.submittedOn(), s.extension(), s.explanation(), s.shares(), s.mayAct(), s.days(), planned, news, s.part());
    }
}
