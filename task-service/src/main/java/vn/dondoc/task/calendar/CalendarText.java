package vn.dondoc.task.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes a calendar as RFC 5545 has it: lines end with CR LF, none is longer than 75 octets, a longer one goes on behind a space. Of its
 * own because libraries fold by characters, and half of a Vietnamese text's have two or three octets.
 */
final class CalendarText {

    private static final int LONGEST = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /**
     * A day in a calendar.
     *
     * @param uid the same whenever it is written, so that programs change the entry they have
     * @param revision grows whenever the day is another one
     */
    record Entry(String uid, int revision, LocalDate day, String summary, String description, boolean alarm) {}

    CalendarText(String name) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Don Doc//Thoi han//VI");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        line("X-WR-CALNAME:" + escaped(name));
        line("X-WR-TIMEZONE:Asia/Ho_Chi_Minh");
        line("REFRESH-INTERVAL;VALUE=DURATION:PT4H");
        line("X-PUBLISHED-TTL:PT4H");
    }

    /** @param at when the calendar is written */
    void add(Entry entry, Instant at) {
        line("BEGIN:VEVENT");
        line("UID:" + entry.uid());
        line("DTSTAMP:" + MOMENT.format(at));
        line("SEQUENCE:" + entry.revision());
        line("DTSTART;VALUE=DATE:" + DAY.format(entry.day()));
        line("DTEND;VALUE=DATE:" + DAY.format(entry.day().plusDays(1)));
        line("SUMMARY:" + escaped(entry.summary()));
        line("DESCRIPTION:" + escaped(entry.description()));
        line("TRANSP:TRANSPARENT");
        if (entry.alarm()) {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line("DESCRIPTION:" + escaped(entry.summary()));
            // eight in the morning of the day before
            line("TRIGGER:-PT16H");
            line("END:VALARM");
        }
        line("END:VEVENT");
    }

    String done() {
        line("END:VCALENDAR");
        return text.toString();
    }

    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\\n").replace("\n", "\\n").replaceAll("\\p{Cntrl}", "");
    }

    private void line(String content) {
        var octets = 0;
        for (var at = 0; at < content.length(); ) {
            var point = content.codePointAt(at);
            var character = Character.toString(point);
            var more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += more;
            at += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
