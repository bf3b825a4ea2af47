package vn.dondoc.console.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a form of the review sent: values by name, in order. */
record RowForm(MultiValueMap<String, String> values) {

    /** save, confirm, drop or restore */
    String wanted() {
        return text("do").orElse("save");
    }

    /** The row as its form showed it; where another person changed it meanwhile, this one must look again. */
    Optional<String> seen() {
        return text("seen");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Nullable String textOrNull(String name) {
        return text(name).orElse(null);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Nothing where nothing was typed. @throws UnreadableField where it is no whole number */
    @Nullable Integer wholeNumber(String name) {
        var typed = textOrNull(name);
        if (typed == null) {
            return null;
        }
        if (!typed.matches("\\d{1,4}")) {
            throw new UnreadableField();
        }
        return Integer.valueOf(typed);
    }

    /** A figure with a decimal comma, or with a point as browsers send it. */
    Optional<BigDecimal> figure(String name) {
        return text(name).map(typed -> {
            try {
                return new BigDecimal(typed.replace(" ", "").replace(',', '.'));
            } catch (NumberFormatException noFigure) {
                throw new UnreadableField();
            }
        });
    }

    @Nullable LocalDate day(String name) {
        try {
            return text(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException noDay) {
            throw new UnreadableField();
        }
    }

    /** A field holds what cannot be read as the figure or day it should be. */
    static final class UnreadableField extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String code;

        UnreadableField() {
            this("FORM");
        }

        /** @param code of the problem that says what is amiss */
        UnreadableField(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
