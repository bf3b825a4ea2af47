package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Problem.FieldError;
import vn.dondoc.contracts.api.Targets.Reading;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;

/** Looks at the whole of what was sent and names all that is wrong with it. */
final class Checks {

    static final int LINE = 2_000;
    private static final long MOST_VND = 1_000_000_000_000_000L;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 4;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Problems problems;
    private final Locale locale;
    private final List<FieldError> errors = new ArrayList<>();

    Checks(Problems problems, Locale locale) {
        this.problems = problems;
        this.locale = locale;
    }

    /** @throws ProblemException 400 with each wrong field */
    void check(Reading sent, boolean correction) {
        if (sent.period() == null || sent.period().isBlank()) {
            wrong("period", "FIELD_REQUIRED");
        }
        if (sent.part() != null || sent.whole() != null) {
            share(sent.part(), sent.whole(), sent.value());
        } else if (sent.value() == null) {
            wrong("value", "FIELD_REQUIRED");
        }
        number("value", sent.value());
        number("part", sent.part());
        number("whole", sent.whole());
        number("weight", sent.weight());
        number("lastYear", sent.lastYear());
        length("source", sent.source());
        length("evidence", sent.evidence());
        length("documentNumber", sent.documentNumber());
        length("reason", sent.reason());
        if (correction && (sent.reason() == null || sent.reason().isBlank())) {
            wrong("reason", "FIELD_REQUIRED");
        }
        throwErrors();
    }

    /** @throws ProblemException 400 with each wrong field */
    void checkBase(String place, long vnd, int year, @Nullable String source) {
        if (vnd <= 0 || vnd > MOST_VND) {
            wrong(place + "baseVnd", "AMOUNT_IMPLAUSIBLE");
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            wrong(place + "baseYear", "YEAR_IMPLAUSIBLE");
        }
        if (source == null || source.isBlank()) {
            wrong(place + "source", "FIELD_REQUIRED");
        }
        length(place + "source", source);
        throwErrors();
    }

    /** @throws ProblemException 400 where nothing is said, or too much */
    String words(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            wrong(field, "FIELD_REQUIRED");
        }
        length(field, text);
        throwErrors();
        return Objects.requireNonNull(text).strip();
    }

    void length(String field, @Nullable String text) {
        if (text != null && text.length() > LINE) {
            errors.add(new FieldError(field, "TEXT_TOO_LONG", problems.text("TEXT_TOO_LONG", locale, LINE)));
        }
    }

    void wrong(String field, String code) {
        errors.add(new FieldError(field, code, problems.text(code, locale)));
    }

    void throwErrors() {
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(400, "VALIDATION", errors);
        }
    }

    private void share(@Nullable BigDecimal part, @Nullable BigDecimal whole, @Nullable BigDecimal value) {
        if (part == null || whole == null) {
            wrong(part == null ? "part" : "whole", "TARGET_PART_ALONE");
        } else if (isPlausible(part) && isPlausible(whole)) {
            var ratio = new Ratio(part, whole);
            if (!ratio.isPossible()) {
                wrong("part", "TARGET_PART_ABOVE");
            } else if (value != null && isPlausible(value) && !ratio.agreesWith(value)) {
                wrong("value", "TARGET_PART_OTHERWISE");
            }
        }
    }

    private void number(String field, @Nullable BigDecimal number) {
        if (number != null && !isPlausible(number)) {
            wrong(field, "NUMBER_IMPLAUSIBLE");
        }
    }

    static boolean isPlausible(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= MOST_DECIMALS && number.precision() - number.scale() <= MOST_DIGITS;
    }
}
