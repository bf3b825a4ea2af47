package vn.dondoc.console.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Tasks;

/** What was typed into the forms that ask for an explanation and give one: the same for tasks, reports and targets. */
public final class Explained {

    private Explained() {}

    /**
     * The question; what is missing in it stays missing, for the service to say so.
     *
     * @param until as typed; empty for as many days as the commune gives
     * @return nothing where {@code until} is no day
     */
    public static Optional<Tasks.ExplanationWanted> wanted(@Nullable String question, @Nullable String until) {
        try {
            var day = until == null || until.isBlank() ? null : LocalDate.parse(until.strip());
            return Optional.of(new Tasks.ExplanationWanted(said(question), day));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    public static Tasks.ExplanationAnswer answer(@Nullable String words) {
        return new Tasks.ExplanationAnswer(said(words));
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
