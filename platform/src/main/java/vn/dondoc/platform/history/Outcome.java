package vn.dondoc.platform.history;

import vn.dondoc.platform.problem.ProblemException;

/** What became of a command. */
public sealed interface Outcome<S> {

    /** It holds. {@code repeated}: it was done before under the same key, or was so already. */
    record Done<S>(Versioned<S> aggregate, boolean repeated) implements Outcome<S> {}

    record Refused<S>(Refusal refusal) implements Outcome<S> {}

    record NotFound<S>() implements Outcome<S> {}

    /** The caller looked at another version. */
    record VersionChanged<S>() implements Outcome<S> {}

    /** The key was used with another body. */
    record KeyReused<S>() implements Outcome<S> {}

    /** Lost against other writers again and again. */
    record Contended<S>() implements Outcome<S> {}

    /** The aggregate, or the problem that a caller gets to read. */
    default Versioned<S> orProblem() {
        return switch (this) {
            case Done<S> done -> done.aggregate();
            case Refused<S>(Refusal refusal) ->
                throw ProblemException.of(refusal.status(), refusal.code(), refusal.arguments().toArray());
            case NotFound<S> _ -> throw ProblemException.notFound();
            case VersionChanged<S> _ -> throw ProblemException.of(412, "VERSION_CHANGED");
            case KeyReused<S> _ -> throw ProblemException.of(422, "IDEMPOTENCY_KEY_REUSED");
            case Contended<S> _ -> throw ProblemException.of(409, "CONFLICT");
        };
    }
}
