package vn.dondoc.notification.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.KnownOrganisation;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.TestMessages;
import vn.dondoc.notification.message.TestTexts;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;

class DigestWriterTest {

    private static final TestProvince PROVINCE = new TestProvince("dw");
    private static final Owed OWED = new Owed(PROVINCE, "kh");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Instant AT = Instant.parse("2026-11-30T00:00:00Z");

    private final KnownOrganisation organisation = new KnownOrganisation(PROVINCE);
    private final DigestWriter writer = new DigestWriter(TestTexts.of(organisation), organisation, TestSettings.properties());

    @Test
    void the_most_urgent_come_first_under_headings_that_count() {
        var letter = write(List.of(assigned(1), overdue(2), dueSoon(3), overdue(4)));

        assertThat(letter.subject()).isEqualTo("[Đôn Đốc] 4 việc cần lưu ý (2 quá hạn, 1 sắp đến hạn, 1 mới hoặc thay đổi)");
        assertThat(letter.text()).containsSubsequence("Kính gửi", "Quá hạn (2)", "/tasks/t2", "/tasks/t4", "Sắp đến hạn (1)", "/tasks/t3", "Mới giao hoặc thay đổi (1)", "/tasks/t1", "/inbox");
        assertThat(letter.html()).containsSubsequence("Quá hạn (2)", "/tasks/t2", "Mới giao hoặc thay đổi (1)", "/tasks/t1");
        assertThat(letter.text()).doesNotContain("việc nữa");
    }

    @Test
    void a_long_one_is_as_good_as_a_short_one() {
        var messages = new ArrayList<Notification>();
        IntStream.range(0, 180).forEach(i -> messages.add(assigned(i)));
        IntStream.range(180, 300).forEach(i -> messages.add(overdue(i)));
        var letter = write(messages);

        assertThat(letter.text().lines().filter(line -> line.contains("/tasks/"))).hasSize(50);
        assertThat(letter.text()).contains("Quá hạn (120)", "Còn 250 việc nữa", "70 quá hạn, 180 mới hoặc thay đổi").doesNotContain("Mới giao hoặc thay đổi (");
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }

    @Test
    void nothing_in_a_title_is_markup() {
        var letter = write(List.of(overdue(1)), "Trưởng <script> phòng");
        assertThat(letter.html()).doesNotContain("<script").contains("&lt;script&gt;").contains("href=\"https://dondoc.example/tasks/t1\"");
    }

    @Test
    void the_calendar_holds_each_last_day_once_and_folds_at_75_bytes() {
        var file = CalendarFile.of(List.of(new CalendarFile.Entry("task-t1@dondoc.example", DAY, "Hạn: " + "Đề án; chuyển đổi, số ".repeat(6), "https://dondoc.example/tasks/t1")), AT);
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").contains("DTSTART;VALUE=DATE:20261130\r\n", "DTEND;VALUE=DATE:20261201\r\n", "UID:task-t1@dondoc.example\r\n")
                .contains("\\;").endsWith("END:VCALENDAR\r\n");
        assertThat(file.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:Hạn: Đề án\\; chuyển đổi\\, số ");
    }

    private Letter write(List<Notification> messages) {
        return write(messages, "Trưởng phòng");
    }

    private Letter write(List<Notification> messages, String title) {
        var to = new PositionState(new PositionId("c1"), PROVINCE.unit("xa1.kinhte"), title, Role.UNIT_HEAD, null, "kinhte@xa");
        return writer.write(new Parcel("d1", to, "kinhte@xa", true, messages));
    }

    private static Notification assigned(int i) {
        return TestMessages.of(new TaskEvent.TaskAssigned(OWED.task("t" + i, DAY.plusDays(40), "xa1.kinhte")), "c1", AT);
    }

    private static Notification overdue(int i) {
        return TestMessages.of(new TaskEvent.TaskOverdue(OWED.overdue("t" + i, DAY.minusDays(Math.max(1, 10 - i)), "xa1.kinhte"), DAY), "c1", AT);
    }

    private static Notification dueSoon(int i) {
        return TestMessages.of(new TaskEvent.TaskDueSoon(OWED.task("t" + i, DAY.plusDays(3), "xa1.kinhte"), 3), "c1", AT);
    }
}
