package vn.dondoc.console.work;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** What was typed into the form of an action; kept as typed, so that a refused form comes back as it was. */
public record TaskForm(
        @Nullable String note,
        @Nullable String difficulty,
        @Nullable String percent,
        @Nullable String documentNumber,
        @Nullable String documentDate,
        @Nullable String reason,
        @Nullable String until,
        @Nullable String key,
        @Nullable String nothing,
        @Nullable String despiteParts,
        @Nullable String kind,
        @Nullable String unit,
        @Nullable String title) {

    static TaskForm empty() {
        return new TaskForm(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The body for the service; nothing where a figure or a day cannot be read. */
    Optional<Object> body(TaskAction action) {
        return switch (action) {
            case PROGRESS, DIFFICULTY -> progress();
            case COMPLETION -> completion();
            case ACCEPTANCE, RETURN, EXTENSION_REFUSAL -> Optional.of(new Tasks.Decision(text(reason)));
            case DELEGATION -> delegation();
            case EXTENSION -> day(until).map(day -> new Tasks.ExtensionWanted(day, Objects.requireNonNullElse(text(reason), "")));
            case EXTENSION_GRANT -> text(until) == null
                    ? Optional.of(new Tasks.ExtensionGrant(null, text(reason)))
                    : day(until).map(day -> new Tasks.ExtensionGrant(day, text(reason)));
        };
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(text(typed)).map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private Optional<Object> progress() {
        var typed = text(percent);
        if (typed != null && !typed.matches("\\d{1,3}")) {
            return Optional.empty();
        }
        var told = text(note) == null ? text(difficulty) : text(note);
        return Optional.of(new Tasks.Progress(told == null ? "" : told, text(difficulty), typed == null ? null : Integer.valueOf(typed)));
    }

    /** A day is wanted only where one was typed; a unit always. */
    private Optional<Object> delegation() {
        var day = day(until);
        var known = Coded.of(PartKind.class, Objects.requireNonNullElse(text(kind), PartKind.DELEGATED.code()));
        var chosen = text(unit);
        if (text(until) != null && day.isEmpty() || known.isEmpty() || chosen == null || !Ids.plausible(chosen)) {
            return Optional.empty();
        }
        return Optional.of(new Tasks.Delegation(
                known.get(), new UnitId(chosen), Objects.requireNonNullElse(text(title), ""), day.orElse(null)));
    }

    private Optional<Object> completion() {
        var typed = text(documentDate);
        try {
            var told = text(note);
            return Optional.of(new Tasks.Completion(
                    told == null && nothing == null ? "" : told, text(documentNumber), typed == null ? null : LocalDate.parse(typed),
                    nothing == null ? null : true, despiteParts == null ? null : true));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
