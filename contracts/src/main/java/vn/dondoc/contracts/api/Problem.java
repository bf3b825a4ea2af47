package vn.dondoc.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details, media type {@code application/problem+json}.
 *
 * @param code stable, for programs: {@code TASK_COMPLETED}
 * @param detail a sentence in the caller's language that says what to do
 * @param correlation to be quoted when asking for help
 */
public record Problem(
        String type, String title, int status, String detail, String code, @Nullable String correlation, @Nullable List<FieldError> errors) {

    /** A refused part of the body; {@code field} is a JSON path or a row. */
    public record FieldError(String field, String code, String message) {}
}
