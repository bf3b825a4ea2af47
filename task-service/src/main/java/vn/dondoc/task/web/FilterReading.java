package vn.dondoc.task.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;

/** Reads query parameters, collects what cannot be read, and answers once. An empty parameter, as forms send it, is none. */
final class FilterReading {

    private final Problems problems;
    private final Locale locale;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    FilterReading(Problems problems, Locale locale) {
        this.problems = problems;
        this.locale = locale;
    }

    <T> @Nullable T id(String name, @Nullable String value, Function<String, T> make) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!Ids.plausible(value)) {
            unreadable(name);
            return null;
        }
        return make.apply(value);
    }

    <E extends Enum<E> & Coded> Set<E> codes(String name, List<String> values, Class<E> type) {
        var read = new LinkedHashSet<E>();
        for (var value : values) {
            if (!value.isBlank()) {
                Coded.of(type, value).ifPresentOrElse(read::add, () -> unreadable(name));
            }
        }
        return read;
    }

    boolean flag(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            unreadable(name);
        }
        return true;
    }

    @Nullable LocalDate day(String name, @Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException noDay) {
            unreadable(name);
            return null;
        }
    }

    /** @throws ProblemException 400 with an error for each parameter that could not be read */
    void finish() {
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(400, "VALIDATION", errors);
        }
    }

    private void unreadable(String name) {
        errors.add(new Problem.FieldError(name, "VALIDATION", problems.text("PARAMETER_UNREADABLE", locale, name)));
    }
}
