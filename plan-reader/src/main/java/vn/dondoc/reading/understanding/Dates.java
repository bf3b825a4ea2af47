package vn.dondoc.reading.understanding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Roman;
import vn.dondoc.reading.text.Search;

/** Finds days, months, quarters and years in a text; a period means its last day. */
final class Dates {

    /**
     * A mention of a time.
     *
     * @param last day of it, null where it does not exist (31/02) or its year is not known
     * @param first day of it
     * @param wholeDay a day and not a period
     */
    record Mention(int from, int to, @Nullable LocalDate first, @Nullable LocalDate last, boolean wholeDay) {
    }

    private static final String YEAR = "(?:\\s*(?:/|-|\\.|,?\\s*năm)\\s*(\\d{4}))";
    private static final Pattern DAY = Pattern.compile("(?<![\\d/.-])(?<!tháng )(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})(?:\\s*[/.-]\\s*(\\d{4})|\\s+năm\\s+(\\d{4}))?(?![\\d/%]|\\.\\d)");
    private static final Pattern LONG_DAY = Pattern.compile("(?:ngày\\s+)?(\\d{1,2})\\s+tháng\\s+(\\d{1,2})" + YEAR + "?(?!\\d)");
    private static final Pattern MONTHS = Pattern.compile("tháng\\s+((?:\\d{1,2}\\s*(?:,|và|-|;|\\+)\\s*(?:tháng\\s+)?)*\\d{1,2})" + YEAR + "?(?![\\d/])");
    private static final Pattern BARE_MONTH = Pattern.compile("(?<![\\p{L}\\d/.-])(0?[1-9]|1[0-2])\\s*/\\s*(20\\d{2})(?![\\p{L}\\d/-])");
    private static final Pattern QUARTERS = Pattern.compile("qu[ýí]\\s*((?:(?:[ivx]{1,3}|\\d)\\s*(?:,|và|-|;)\\s*(?:qu[ýí]\\s+)?)*(?:[ivx]{1,3}|\\d))(?![\\p{L}\\d])" + YEAR + "?(?!\\d)");
    private static final Pattern HALF = Pattern.compile("(?:0?6|sáu)\\s+tháng\\s+(đầu|cuối)(?:\\s+năm)?(?:\\s*(?:/|năm)?\\s*(\\d{4}))?");
    private static final Pattern NINE = Pattern.compile("(?:0?9|chín)\\s+tháng(?:\\s+đầu)?(?:\\s+năm)?(?:\\s*(?:/|năm)?\\s*(\\d{4}))?");
    private static final Pattern SPAN = Pattern.compile("(?:giai đoạn\\s+|các năm\\s+|năm\\s+)?(\\d{4})\\s*-\\s*(\\d{4})");
    private static final Pattern YEAR_ALONE = Pattern.compile("(?:(?:cuối|hết|trong|cả)\\s+)?năm\\s+(\\d{4})(?!\\d)|^\\s*(20\\d{2})\\s*$");
    private static final Pattern OF_CENTURY = Pattern.compile("(?<!\\d)(20\\d{2})(?!\\d)");
    private static final Pattern THIS_YEAR = Pattern.compile("(?:cuối|hết|trong)\\s+năm(?!\\s*\\d)");

    private final @Nullable Integer year;

    /** Dates without a year are of the given one. */
    Dates(@Nullable Integer year) {
        this.year = year;
    }

    /** In the order of the text, without overlaps. */
    List<Mention> in(String text) {
        String rest = Fold.fold(text);
        List<Mention> found = new ArrayList<>();
        if (!mayNameTime(rest)) {
            return found;
        }
        Integer common = lastYear(rest);
        Integer assumed = common != null ? common : year;
        rest = scan(LONG_DAY, rest, found, m -> day(m, m.group(1), m.group(2), m.group(3), assumed));
        rest = scan(DAY, rest, found, m -> day(m, m.group(1), m.group(2), m.group(3) != null ? m.group(3) : m.group(4), assumed));
        rest = scan(HALF, rest, found, m -> half(m, assumed));
        rest = scan(QUARTERS, rest, found, m -> quarters(m, assumed));
        rest = scan(MONTHS, rest, found, m -> months(m, assumed));
        if (rest.indexOf("/") >= 0) {
            rest = scan(BARE_MONTH, rest, found, m -> months(m, Integer.parseInt(m.group(1)), Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
        }
        rest = scan(NINE, rest, found, m -> months(m, 1, 9, yearOr(m.group(1), assumed)));
        rest = scan(SPAN, rest, found, m -> months(m, 1, 12, Integer.parseInt(m.group(2))));
        rest = scan(YEAR_ALONE, rest, found, m -> months(m, 1, 12, Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(2))));
        scan(THIS_YEAR, rest, found, m -> months(m, 1, 12, year));
        found.sort((a, b) -> Integer.compare(a.from(), b.from()));
        return found;
    }

    /** Every mention holds one of these words, or two numbers with a mark between them, or is a year and nothing else. */
    private static boolean mayNameTime(String folded) {
        if (folded.contains("năm") || folded.contains("tháng") || folded.contains("quý") || folded.contains("quí")) {
            return true;
        }
        return folded.chars().filter(c -> c >= '0' && c <= '9').limit(2).count() == 2;
    }

    private interface Reader {
        Mention read(Matcher matcher);
    }

    /** Answers what is left when the mentions found are taken out. */
    private static String scan(Pattern pattern, String text, List<Mention> found, Reader reader) {
        Matcher matcher = Search.in(pattern, text);
        StringBuilder rest = null;
        while (matcher.find()) {
            found.add(reader.read(matcher));
            rest = rest == null ? new StringBuilder(text) : rest;
            for (int i = matcher.start(); i < matcher.end(); i++) {
                rest.setCharAt(i, '¤');
            }
        }
        return rest == null ? text : rest.toString();
    }

    private static Mention day(Matcher m, String day, String month, @Nullable String printedYear, @Nullable Integer assumed) {
        Integer ofYear = yearOr(printedYear, assumed);
        LocalDate date = null;
        if (ofYear != null) {
            try {
                date = LocalDate.of(ofYear, Integer.parseInt(month), Integer.parseInt(day));
            } catch (DateTimeException noSuchDay) {
                date = null;
            }
        }
        return new Mention(m.start(), m.end(), date, date, true);
    }

    private static Mention half(Matcher m, @Nullable Integer assumed) {
        boolean firstHalf = "đầu".equals(m.group(1));
        return months(m, firstHalf ? 1 : 7, firstHalf ? 6 : 12, yearOr(m.group(2), assumed));
    }

    private static Mention quarters(Matcher m, @Nullable Integer assumed) {
        int[] quarters = numbers(m.group(1).replaceAll("qu[ýí]", ""));
        int first = quarters[0];
        int last = quarters[quarters.length - 1];
        boolean exist = first >= 1 && first <= 4 && last >= 1 && last <= 4;
        return exist ? months(m, first * 3 - 2, last * 3, yearOr(m.group(2), assumed)) : new Mention(m.start(), m.end(), null, null, false);
    }

    private static Mention months(Matcher m, @Nullable Integer assumed) {
        int[] months = numbers(m.group(1).replace("tháng", ""));
        return months(m, months[0], months[months.length - 1], yearOr(m.group(2), assumed));
    }

    private static Mention months(Matcher m, int first, int last, @Nullable Integer ofYear) {
        if (ofYear == null || first < 1 || first > 12 || last < 1 || last > 12) {
            return new Mention(m.start(), m.end(), null, null, false);
        }
        LocalDate end = LocalDate.of(ofYear, last, 1).plusMonths(1).minusDays(1);
        return new Mention(m.start(), m.end(), LocalDate.of(ofYear, first, 1), end, false);
    }

    private static int[] numbers(String list) {
        return java.util.Arrays.stream(list.split("[^\\p{L}\\d]+|và")).filter(part -> !part.isBlank())
                .mapToInt(part -> Character.isDigit(part.charAt(0)) ? Integer.parseInt(part) : Roman.value(part)).toArray();
    }

    private static @Nullable Integer yearOr(@Nullable String printed, @Nullable Integer assumed) {
        return printed == null ? assumed : Integer.valueOf(printed);
    }

    private static @Nullable Integer lastYear(String folded) {
        Matcher matcher = Search.in(OF_CENTURY, folded);
        Integer last = null;
        while (matcher.find()) {
            last = Integer.valueOf(matcher.group(1));
        }
        return last;
    }
}
