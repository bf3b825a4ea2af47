package vn.dondoc.plan.organisation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Organisation.CalendarDay;
import vn.dondoc.contracts.event.DaysOff;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.plan.PlanServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Settings and calendars: who reads and changes them, what they may say, and that others hear of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimekeepingTest extends PlanServiceTest {

    private static final String OF_COMMUNE = "/api/organisation/settings/pm-xa1";
    private static final String OF_PROVINCE = "/api/organisation/settings/pm-tinh";
    private static final String CALENDAR = "/api/organisation/calendars/pm-tinh/2026";

    private final String commune = ELSEWHERE.token("xa1.vhxh", Role.COMMUNE_STANDING);
    private final String province = ELSEWHERE.token("so", Role.PROVINCE_STANDING);
    private final String officer = ELSEWHERE.token("xa1.kinhte", Role.OFFICER);

    @Test
    @Order(1)
    void where_nobody_decided_anything_the_defaults_hold() {
        var settings = read(OF_COMMUNE, officer, Organisation.Settings.class);
        assertThat(settings.version()).isZero();
        assertThat(settings.effective()).isEqualTo(SettingsState.defaultsOf(ELSEWHERE.unit("xa1")));
        assertThat(settings.own().daysLeft()).isEmpty();
        assertThat(settings.aboveName()).isEqualTo("Tỉnh Thử Nghiệm");
        assertThat(settings.mayChange()).isFalse();
        assertThat(read(OF_COMMUNE, commune, Organisation.Settings.class).mayChange()).isTrue();
    }

    @Test
    @Order(2)
    void the_province_decides_and_a_commune_in_its_bounds() {
        assertThat(put(OF_PROVINCE, province, 0L, wanted(DaysOff.NEXT_WORKING_DAY, List.of(), 20)).version()).isEqualTo(1);
        var own = put(OF_COMMUNE, commune, 0L, wanted(null, List.of(10, 5), null));
        assertThat(own.above().daysOff()).isEqualTo(DaysOff.NEXT_WORKING_DAY);
        assertThat(own.effective()).isEqualTo(new SettingsState(
                ELSEWHERE.unit("xa1"), DaysOff.NEXT_WORKING_DAY, List.of(10, 5), List.of(1, 3, 7), 0, 0, 20, 3, Depth.ALL));
        assertThat(put(OF_COMMUNE, commune, 1L, wanted(null, List.of(), null)).effective().daysLeft()).containsExactly(7, 3, 1, 0);
        assertThat(put(OF_COMMUNE, ELSEWHERE.token("xa1", Role.COMMUNE_LEADER), 2L, wanted(null, List.of(), null)).version()).as("so already").isEqualTo(2);

        await().atMost(LIMIT).untilAsserted(() -> assertThat(topics.read("dondoc.organisation-event",
                seen -> seen.type().equals("SettingsChanged") && seen.key().equals("pm-xa1"))).hasSize(2));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(topics.read("dondoc.organisation", seen -> seen.key().equals("settings/pm-tinh"))).isNotEmpty());
        var state = topics.read("dondoc.organisation", seen -> seen.key().equals("settings/pm-tinh")).getLast();
        assertThat(EventJson.mapper().readValue(state.data(), SettingsState.class).staleAfter()).isEqualTo(20);
    }

    @Test
    @Order(3)
    void nobody_decides_for_others_or_out_of_bounds() {
        change(OF_COMMUNE, commune, 2L, wanted(DaysOff.STAY, List.of(), null)).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.code").isEqualTo("DAYS_OFF_OF_PROVINCE");
        change(OF_COMMUNE, commune, null, wanted(null, List.of(), null)).expectStatus().isEqualTo(428);
        change(OF_COMMUNE, commune, 1L, wanted(null, List.of(9), null)).expectStatus().isEqualTo(412);
        change(OF_COMMUNE, officer, 2L, wanted(null, List.of(), null)).expectStatus().isForbidden();
        change(OF_COMMUNE, province, 2L, wanted(null, List.of(), null)).expectStatus().isForbidden();
        change(OF_PROVINCE, commune, 1L, wanted(null, List.of(), null)).expectStatus().isNotFound();
        get(OF_COMMUNE, standing()).expectStatus().isNotFound();
        get(OF_COMMUNE, ELSEWHERE.token("xa2.vhxh", Role.COMMUNE_STANDING)).expectStatus().isNotFound();
        get(OF_PROVINCE, PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR)).expectStatus().isNotFound();
        get("/api/organisation/settings/pm-xa1.kinhte", commune).expectStatus().isNotFound();
        change(OF_COMMUNE, commune, 2L, new Organisation.SettingsWanted(null, List.of(3, 7), List.of(7, 3), 61, -1, 0, 31)).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[*].field").value(List.class, fields ->
                        assertThat(fields).isEqualTo(List.of("daysLeft", "daysLate", "overdueEvery", "acceptAfter", "staleAfter", "explainWithin")));
        change(OF_COMMUNE, commune, 2L, wanted(null, List.of(61), null)).expectStatus().isBadRequest();
        change(OF_COMMUNE, commune, 2L, new Organisation.SettingsWanted(null, List.of(), List.of(), null, null, null, null, Depth.FIGURES)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.code").isEqualTo("DEPTH_OF_PROVINCE");
        change(OF_COMMUNE, commune, 2L, wanted(null, List.of(6, 5, 4, 3, 2, 1), null)).expectStatus().isBadRequest();
        assertThat(read(OF_COMMUNE, commune, Organisation.Settings.class).version()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void rows_are_read_with_what_is_wrong_in_each() throws IOException {
        var text = "\ufeffNgày\tLoại\tGhi chú\r\n16/02/2026\tnghỉ\tTết Nguyên đán\r\n2026-08-22;làm bù;\"Bù cho 31/8\"\n\n30/02/2026;nghỉ\n21/08/2026,làm bù\n"
                + "1/1/2027,nghỉ\n16/2/2026,nghỉ\n2/9/2026,lễ\n1-9-2026;Nghỉ lễ;Quốc khánh; thứ Ba\n";
        var rows = rows(province, "lich.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(rows.days()).containsExactly(
                new CalendarDay(LocalDate.of(2026, 2, 16), false, "Tết Nguyên đán"), new CalendarDay(LocalDate.of(2026, 8, 22), true, "Bù cho 31/8"),
                new CalendarDay(LocalDate.of(2026, 9, 1), false, "Quốc khánh; thứ Ba"));
        assertThat(rows.broken()).extracting(Organisation.BrokenRow::row, Organisation.BrokenRow::code).containsExactly(
                tuple(5, "ROW_DAY_UNREADABLE"), tuple(6, "MADE_UP_WEEKDAY"), tuple(7, "DAY_NOT_OF_YEAR"), tuple(8, "DAY_TWICE"), tuple(9, "ROW_KIND_UNREADABLE"));
        assertThat(rows.broken().getFirst().message()).contains("30/02/2026");
        assertThat(rows.broken().get(2).message()).contains("năm 2026");

        var sheet = rows(province, "lich.xlsx", sheet());
        assertThat(sheet.broken()).isEmpty();
        assertThat(sheet.days()).containsExactly(
                new CalendarDay(LocalDate.of(2026, 2, 17), false, "Mùng một Tết"), new CalendarDay(LocalDate.of(2026, 8, 22), true, null));

        upload(province, "hong.xlsx", "PK\u0003\u0004 hỏng".getBytes(StandardCharsets.UTF_8), CALENDAR).expectStatus().isEqualTo(422);
        upload(commune, "lich.csv", new byte[1], CALENDAR).expectStatus().isForbidden();
        upload(province, "lich.csv", new byte[1_100_000], CALENDAR).expectStatus().isEqualTo(413);
        upload(PROVINCE.token("so", Role.PROVINCE_STANDING), "lich.csv", new byte[1], CALENDAR).expectStatus().isNotFound();
    }

    @Test
    @Order(5)
    void the_table_of_a_year_is_set_read_by_everybody_and_told() {
        var none = read(CALENDAR, officer, Organisation.Calendar.class);
        assertThat(none.version()).isZero();
        assertThat(none.source()).isNull();
        assertThat(none.mayChange()).isFalse();

        var days = List.of(
                new CalendarDay(LocalDate.of(2026, 9, 2), false, "Quốc khánh"), new CalendarDay(LocalDate.of(2026, 8, 22), true, null),
                new CalendarDay(LocalDate.of(2026, 2, 16), false, null));
        put(CALENDAR, commune, 0L, new Organisation.CalendarWanted(days, "Thông báo")).expectStatus().isForbidden();
        put(CALENDAR, province, null, new Organisation.CalendarWanted(days, "Thông báo")).expectStatus().isEqualTo(428);
        put(CALENDAR, province, 3L, new Organisation.CalendarWanted(days, "Thông báo")).expectStatus().isEqualTo(412);
        put(CALENDAR, province, 0L, new Organisation.CalendarWanted(List.of(days.getFirst(), days.getFirst()), " ")).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[*].code").value(List.class, codes -> assertThat(codes).isEqualTo(List.of("SOURCE_MISSING", "DAY_TWICE")));
        put(CALENDAR, province, 0L, new Organisation.CalendarWanted(days, "Thông báo 01")).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");

        var shown = read(CALENDAR, officer, Organisation.Calendar.class);
        assertThat(shown.days()).extracting(CalendarDay::day).isSorted().hasSize(3);
        assertThat(shown.days().getLast().note()).isEqualTo("Quốc khánh");
        assertThat(shown.source()).isEqualTo("Thông báo 01");
        assertThat(shown.years()).containsExactly(2026);
        get(CALENDAR, standing()).expectStatus().isNotFound();
        get("/api/organisation/calendars/pm-tinh/1999", officer).expectStatus().isNotFound();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(topics.read("dondoc.organisation", seen -> seen.key().equals("calendar/pm-tinh/2026"))).isNotEmpty());

        http.post().uri("/api/organisation/import").header("Authorization", "Bearer " + ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR))
                .contentType(MediaType.APPLICATION_JSON).body(Map.of("calendars", List.of(Map.of(
                        "province", "pm-tinh", "year", 2026, "daysOff", List.of("2026-09-02"), "makeUpDays", List.of(), "source", "Tệp danh mục"))))
                .exchange().expectStatus().isOk();
        var imported = read(CALENDAR, officer, Organisation.Calendar.class);
        assertThat(imported.days()).containsExactly(new CalendarDay(LocalDate.of(2026, 9, 2), false, "Quốc khánh"));
        assertThat(imported.source()).isEqualTo("Tệp danh mục");
    }

    @Test
    @Order(6)
    void a_leader_names_the_position_that_decides_beside_the_leaders_and_the_standing_unit_does_not() {
        var path = "/api/organisation/settings/pm-xa2";
        var leader = ELSEWHERE.token("xa2", Role.COMMUNE_LEADER);
        var standing = ELSEWHERE.token("xa2.vhxh", Role.COMMUNE_STANDING);
        var police = ELSEWHERE.positionId("xa2.congan", Role.UNIT_HEAD);
        assertThat(read(path, standing, Organisation.Settings.class).deciders()).isEmpty();
        assertThat(read(path, leader, Organisation.Settings.class).deciders()).extracting(Organisation.Decider::position)
                .contains(police).doesNotContain(ELSEWHERE.positionId("xa1.congan", Role.UNIT_HEAD), ELSEWHERE.positionId("xa2.thon1", Role.VILLAGE_HEAD));
        change(path, standing, 0L, deciding(police)).expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("DECIDER_BY_LEADERS");
        change(path, leader, 0L, deciding(ELSEWHERE.positionId("xa1.congan", Role.UNIT_HEAD))).expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("DECIDER_UNKNOWN");
        var named = put(path, leader, 0, deciding(police));
        assertThat(named.effective().decider()).isEqualTo(police);
        assertThat(put(path, standing, named.version(), new Organisation.SettingsWanted(null, List.of(9, 2), List.of(), null, null, null, null, null, police)).own().daysLeft())
                .as("other settings are the standing unit's as well").containsExactly(9, 2);
        var above = ELSEWHERE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
        change(OF_PROVINCE, above, read(OF_PROVINCE, above, Organisation.Settings.class).version(), deciding(police)).expectStatus().isEqualTo(422);
    }

    private static Organisation.SettingsWanted deciding(PositionId position) {
        return new Organisation.SettingsWanted(null, List.of(), List.of(), null, null, null, null, null, position);
    }

    private static Organisation.SettingsWanted wanted(@Nullable DaysOff daysOff, List<Integer> daysLeft, @Nullable Integer staleAfter) {
        return new Organisation.SettingsWanted(daysOff, daysLeft, List.of(), null, null, staleAfter, null);
    }

    private Organisation.Settings put(String path, String token, long version, Organisation.SettingsWanted wanted) {
        return Objects.requireNonNull(change(path, token, version, wanted).expectStatus().isOk().expectBody(Organisation.Settings.class)
                .returnResult().getResponseBody());
    }

    private RestTestClient.ResponseSpec change(String path, String token, @Nullable Long version, Object wanted) {
        return put(path, token, version, wanted);
    }

    private RestTestClient.ResponseSpec put(String path, String token, @Nullable Long version, Object wanted) {
        var call = http.put().uri(path).header("Authorization", "Bearer " + token).contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            call.header("If-Match", "\"" + version + "\"");
        }
        return call.body(wanted).exchange();
    }

    private Organisation.CalendarRows rows(String token, String name, byte[] content) {
        return Objects.requireNonNull(upload(token, name, content, CALENDAR).expectStatus().isOk().expectBody(Organisation.CalendarRows.class)
                .returnResult().getResponseBody());
    }

    @Override
    protected RestTestClient.ResponseSpec upload(String token, String name, byte[] content, @Nullable String path) {
        var body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(content)).filename(name);
        return http.post().uri(path + "/rows").header("Authorization", "Bearer " + token).contentType(MediaType.MULTIPART_FORM_DATA)
                .body(body.build()).exchange();
    }

    private static byte[] sheet() throws IOException {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("Lịch nghỉ");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Ngày");
            var first = sheet.createRow(1);
            first.createCell(0).setCellValue(LocalDate.of(2026, 2, 17));
            first.createCell(1).setCellValue("Nghỉ");
            first.createCell(2).setCellValue("Mùng một Tết");
            var second = sheet.createRow(3);
            second.createCell(0).setCellValue("22/8/2026");
            second.createCell(1).setCellValue("Làm bù");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
