package vn.dondoc.console.measurement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.console.page.Explained;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;

/**
 * What was typed into one of the forms of a target.
 *
 * @param period of the list; {@code day} a point in time instead
 * @param way an arithmetic, or {@code share}
 * @param part of {@code whole}, from which the value follows
 * @param version that the user looked at; null where the form did not say, and then none fits
 */
public record TargetForm(
        @Nullable String period,
        @Nullable String day,
        @Nullable String value,
        @Nullable String weight,
        @Nullable String lastYear,
        @Nullable String estimated,
        @Nullable String source,
        @Nullable String evidence,
        @Nullable String documentNumber,
        @Nullable String reason,
        @Nullable String way,
        @Nullable String money,
        @Nullable String programme,
        @Nullable String base,
        @Nullable String year,
        @Nullable String part,
        @Nullable String whole,
        @Nullable String key,
        @Nullable Long version) {

    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    /**
     * The body for the service; nothing where the last day to explain is none.
     *
     * @param action measurement, correction, definition, base, explanation-request or explanation
     */
    Optional<Object> body(String action) {
        return action.equals("explanation-request") ? Explained.wanted(reason, day).map(wanted -> wanted) : Optional.of(told(action));
    }

    /** A numerator or denominator that is no number must not count as none. */
    boolean isShareUnreadable() {
        return text(part) != null && number(part) == null || text(whole) != null && number(whole) == null;
    }

    private Object told(String action) {
        return switch (action) {
            case "definition" -> "share".equals(way)
                    ? new Targets.Definition(null, new Targets.ShareWanted(
                            Coded.of(ShareMoney.class, String.valueOf(money)).orElse(ShareMoney.PLANNED), text(programme), whole(base), (int) whole(year),
                            String.valueOf(text(source) == null ? "" : text(source))))
                    : new Targets.Definition(Coded.of(TargetArithmetic.class, String.valueOf(way)).orElse(null), null);
            case "base" -> new Targets.BaseWanted(whole(base), (int) whole(year), text(source) == null ? "" : String.valueOf(text(source)));
            case "explanation" -> Explained.answer(reason);
            default -> new Reading(
                    text(day) == null ? text(period) : text(day), number(value), number(weight), number(lastYear), Boolean.parseBoolean(estimated), text(source), text(evidence),
                    text(documentNumber), text(reason), number(part), number(whole));
        };
    }

    /** As {@link Targets.Reading}, but what is missing stays missing, for the service to say so. */
    record Reading(
            @Nullable String period, @Nullable BigDecimal value, @Nullable BigDecimal weight, @Nullable BigDecimal lastYear, boolean estimated,
            @Nullable String source, @Nullable String evidence, @Nullable String documentNumber, @Nullable String reason, @Nullable BigDecimal part, @Nullable BigDecimal whole) {}

    /** "81,5" and "1.234,5" as people here write them, "81.5" as machines do; null where it is no number. */
    static @Nullable BigDecimal number(@Nullable String typed) {
        var text = typed == null ? "" : SPACES.matcher(typed).replaceAll("").replace("%", "");
        if (text.indexOf(',') >= 0) {
            text = text.replace(".", "").replace(',', '.');
        } else if (THOUSANDS.matcher(text).matches()) {
            text = text.replace(".", "");
        }
        try {
            return text.isEmpty() || text.length() > 30 ? null : new BigDecimal(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static long whole(@Nullable String typed) {
        var number = number(typed);
        return number == null || number.precision() - number.scale() > 17 ? 0 : number.longValue();
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
