package vn.dondoc.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fills dates into a template, seen from one day.
 *
 * <p>{@code {{day+20}}} is 10/12/2026, {@code {{longday-3}}} is 17 tháng 11 năm 2026, {@code {{month+1}}} is 12/2026,
 * {@code {{quarter+1}}} is I/2027, {@code {{year}}} is 2026; the number counts days, months, quarters or years.
 */
record Placeholders(LocalDate day) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)([+-]\\d{1,4})?}}");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("dd 'tháng' MM 'năm' uuuu");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");
    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    String fill(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(this::value);
    }

    private String value(MatchResult placeholder) {
        int shift = placeholder.group(2) == null ? 0 : Integer.parseInt(placeholder.group(2));
        return switch (placeholder.group(1)) {
            case "day" -> SHORT.format(day.plusDays(shift));
            case "longday" -> LONG.format(day.plusDays(shift));
            case "month" -> MONTH.format(YearMonth.from(day).plusMonths(shift));
            case "quarter" -> quarter(YearMonth.from(day).plusMonths(3L * shift));
            case "year" -> String.valueOf(day.getYear() + shift);
            default -> throw new IllegalArgumentException("No such placeholder: " + placeholder.group());
        };
    }

    private static String quarter(YearMonth month) {
        return ROMAN[month.get(IsoFields.QUARTER_OF_YEAR) - 1] + "/" + month.getYear();
    }
}
