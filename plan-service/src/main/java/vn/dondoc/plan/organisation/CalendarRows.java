package vn.dondoc.plan.organisation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Organisation.CalendarDay;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.sheet.UnreadableWorkbook;
import vn.dondoc.platform.sheet.WorkbookReader;
import vn.dondoc.platform.web.Folded;

/**
 * Reads rows of a yearly table as people have them: a day, whether it is off or made up, and what for; separated by tabs, semicolons or
 * commas, or an .xlsx sheet. Each row that cannot be read is named, the others are read all the same.
 */
final class CalendarRows {

    private static final int MOST_ROWS = 1000;
    private static final Pattern SEPARATOR = Pattern.compile("[\\t;,]");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,6}");
    /** Day 0 of sheets, which take 1900 for a leap year. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final List<DateTimeFormatter> DAYS = List.of(day("d/M/uuuu"), day("uuuu-M-d"), day("d-M-uuuu"), day("d.M.uuuu"));

    private final Problems problems;
    private final Locale locale;
    private final int year;
    private final List<CalendarDay> days = new ArrayList<>();
    private final List<Organisation.BrokenRow> broken = new ArrayList<>();
    private final HashSet<LocalDate> seen = new HashSet<>();

    private CalendarRows(int year, Problems problems, Locale locale) {
        this.year = year;
        this.problems = problems;
        this.locale = locale;
    }

    /** @throws UnreadableWorkbook where it looks like a sheet and is none */
    static Organisation.CalendarRows read(byte[] file, int year, Problems problems, Locale locale) throws UnreadableWorkbook {
        var rows = new CalendarRows(year, problems, locale);
        var isZip = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        if (isZip) {
            WorkbookReader.read(file).stream().limit(1).flatMap(sheet -> sheet.rows().stream()).limit(MOST_ROWS)
                    .forEach(row -> rows.take(row.number(), List.of(counted(row.cell(0)), row.cell(1), row.cell(2))));
        } else {
            var all = ofText(file);
            for (int i = 0; i < Math.min(all.size(), MOST_ROWS); i++) {
                rows.take(i + 1, all.get(i));
            }
        }
        return new Organisation.CalendarRows(rows.days, rows.broken);
    }

    /** A day as sheets keep it, counted from their day 0, as it is written. */
    private static String counted(String cell) {
        return SERIAL.matcher(cell).matches() ? EPOCH.plusDays(Long.parseLong(cell)).toString() : cell;
    }

    private static List<List<String>> ofText(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        return LINE.splitAsStream(text.startsWith("\ufeff") ? text.substring(1) : text)
                .map(line -> Arrays.asList(SEPARATOR.split(line, 3)))
                .toList();
    }

    private void take(int row, List<String> cells) {
        var written = cell(cells, 0);
        if (cells.stream().allMatch(cell -> unquoted(cell).isEmpty())) {
            return;
        }
        var day = dayOf(written);
        if (day == null) {
            // The head of a table is no day
            if (row > 1 || written.chars().anyMatch(Character::isDigit)) {
                wrong(row, "ROW_DAY_UNREADABLE", written);
            }
            return;
        }
        var worked = workedOf(cell(cells, 1));
        if (worked == null) {
            wrong(row, "ROW_KIND_UNREADABLE", cell(cells, 1));
            return;
        }
        var note = cell(cells, 2);
        var read = new CalendarDay(day, worked, note.isEmpty() ? null : note);
        var obstacle = CalendarRules.obstacle(read, year, seen);
        if (obstacle.isEmpty()) {
            days.add(read);
        } else {
            wrong(row, obstacle, year);
        }
    }

    private void wrong(int row, String code, Object... arguments) {
        broken.add(new Organisation.BrokenRow(row, code, problems.text(code, locale, arguments)));
    }

    private static String cell(List<String> cells, int place) {
        return place < cells.size() ? unquoted(cells.get(place)) : "";
    }

    private static String unquoted(String cell) {
        var bare = cell.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"") ? bare.substring(1, bare.length() - 1).strip() : bare;
    }

    private static @Nullable LocalDate dayOf(String written) {
        for (var form : DAYS) {
            try {
                return LocalDate.parse(written, form);
            } catch (DateTimeException _) {
                // perhaps in another form
            }
        }
        return null;
    }

    /** "nghỉ", "nghỉ lễ", "nghỉ bù" are days off; "làm bù", "đi làm" are worked; nothing written is off. */
    private static @Nullable Boolean workedOf(String written) {
        var folded = Folded.fold(written);
        if (folded.isEmpty() || folded.startsWith("nghi") || folded.equals("off")) {
            return false;
        }
        return folded.startsWith("lam") || folded.startsWith("di lam") || folded.equals("worked") ? true : null;
    }

    private static DateTimeFormatter day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
