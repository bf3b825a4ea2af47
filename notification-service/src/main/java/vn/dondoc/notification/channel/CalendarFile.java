package vn.dondoc.notification.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Last days as an iCalendar file (RFC 5545): one whole-day event for each, which replaces the one that was sent before. */
final class CalendarFile {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    /** @param id the same whenever the same obligation is told of */
    record Entry(String id, LocalDate lastDay, String summary, String link) {}

    /** @param at when it is written; a calendar keeps the newest */
    static String of(List<Entry> entries, Instant at) {
        var lines = new StringBuilder();
        line(lines, "BEGIN:VCALENDAR");
        line(lines, "VERSION:2.0");
        line(lines, "PRODID:-//Don Doc//vi");
        line(lines, "METHOD:PUBLISH");
        for (var entry : entries) {
            line(lines, "BEGIN:VEVENT");
            line(lines, "UID:" + entry.id());
            line(lines, "DTSTAMP:" + STAMP.format(at));
            line(lines, "SEQUENCE:" + Math.max(0, at.getEpochSecond() / 60 - 28_000_000));
            line(lines, "DTSTART;VALUE=DATE:" + DAY.format(entry.lastDay()));
            line(lines, "DTEND;VALUE=DATE:" + DAY.format(entry.lastDay().plusDays(1)));
            line(lines, "SUMMARY:" + escaped(entry.summary()));
            line(lines, "URL:" + entry.link());
            line(lines, "TRANSP:TRANSPARENT");
            line(lines, "END:VEVENT");
        }
        line(lines, "END:VCALENDAR");
        return lines.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("[\\r\\n]+", "\\\\n");
    }

    /** Folded at 75 bytes, never within a character. */
    private static void line(StringBuilder lines, String line) {
        var length = 0;
        for (int i = 0; i < line.length(); ) {
            var character = line.codePointAt(i);
            var bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > LONGEST_LINE) {
                lines.append("\r\n ");
                length = 1;
            }
            lines.appendCodePoint(character);
            length += bytes;
            i += Character.charCount(character);
        }
        lines.append("\r\n");
    }
}
