package vn.dondoc.platform.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Problem;

/** An answer other than success, with its code; the sentence is found in the message bundles by {@code problem.CODE}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Object[] arguments;
    private final transient List<Problem.FieldError> errors;
    private final @Nullable Integer retryAfterSeconds;

    private ProblemException(
            int status, String code, List<Problem.FieldError> errors, @Nullable Integer retryAfterSeconds, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfterSeconds = retryAfterSeconds;
        this.arguments = arguments;
    }

    public static ProblemException of(int status, String code, Object... arguments) {
        return new ProblemException(status, code, List.of(), null, arguments);
    }

    /** With a sentence for each refused part. */
    public static ProblemException withErrors(int status, String code, List<Problem.FieldError> errors) {
        return new ProblemException(status, code, errors, null);
    }

    /** 503 for something that is away for now. */
    public static ProblemException unavailable(String code, int retryAfterSeconds) {
        return new ProblemException(503, code, List.of(), retryAfterSeconds);
    }

    /** 429 for what is called too often. */
    public static ProblemException tooOften(int retryAfterSeconds) {
        return new ProblemException(429, "TOO_OFTEN", List.of(), retryAfterSeconds);
    }

    /** 404, also for what exists elsewhere: an id from another branch says nothing. */
    public static ProblemException notFound() {
        return of(404, "NOT_FOUND");
    }

    public static ProblemException forbidden() {
        return of(403, "FORBIDDEN");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }

    List<Problem.FieldError> errors() {
        return errors;
    }

    @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
