package vn.dondoc.notification.message;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/** Periods of reports as people say them: "tháng 11/2026", "quý IV/2026". */
final class Periods {

    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern HALF = Pattern.compile("(\\d{4})-H([12])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    private final MessageSource bundles;

    Periods(MessageSource bundles) {
        this.bundles = bundles;
    }

    /** A period of a form that is not known stays as it is. */
    String say(String period, Locale locale) {
        var month = MONTH.matcher(period);
        if (month.matches()) {
            return say("period.month", locale, month.group(2), month.group(1));
        }
        var quarter = QUARTER.matcher(period);
        if (quarter.matches()) {
            return say("period.quarter", locale, ROMAN.get(Integer.parseInt(quarter.group(2)) - 1), quarter.group(1));
        }
        var half = HALF.matcher(period);
        if (half.matches()) {
            return say("period.half." + half.group(2), locale, half.group(1));
        }
        return YEAR.matcher(period).matches() ? say("period.year", locale, period) : period;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(bundles.getMessage(key, arguments, locale));
    }
}
