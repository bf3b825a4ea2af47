package vn.dondoc.task.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarTextTest {

    private static final Instant AT = Instant.parse("2026-11-20T02:15:00Z");

    @Test
    void a_day_with_its_alarm() {
        var calendar = new CalendarText("Đôn Đốc");
        calendar.add(new CalendarText.Entry("task-1@dondoc", 2, LocalDate.of(2026, 12, 31), "Hạn: Rà soát, cập nhật; \\ báo cáo", "Chủ trì: Phòng", true), AT);
        assertThat(unfolded(calendar.done())).contains(
                "\r\nUID:task-1@dondoc\r\n", "\r\nDTSTAMP:20261120T021500Z\r\n", "\r\nSEQUENCE:2\r\n", "\r\nDTSTART;VALUE=DATE:20261231\r\n",
                "\r\nDTEND;VALUE=DATE:20270101\r\n", "\r\nSUMMARY:Hạn: Rà soát\\, cập nhật\\; \\\\ báo cáo\r\n", "\r\nTRIGGER:-PT16H\r\n")
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    /** Whatever a title holds, no line is too long, none is broken within a character, and nothing of it becomes a line of its own. */
    @Property
    void lines_hold_75_octets_and_say_the_same_unfolded(@ForAll @StringLength(max = 400) String title) {
        var sound = new String(title.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var calendar = new CalendarText("x");
        calendar.add(new CalendarText.Entry("u", 1, LocalDate.of(2026, 1, 1), sound, "", false), AT);
        var text = calendar.done();
        assertThat(Arrays.asList(text.split("\r\n", -1))).allSatisfy(line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        var lines = Arrays.asList(unfolded(text).split("\r\n"));
        assertThat(lines).hasSize(20).contains("SUMMARY:" + CalendarText.escaped(sound));
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }
}
