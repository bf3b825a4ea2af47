package vn.dondoc.console.backend;

import java.util.List;
import vn.dondoc.contracts.api.Problem;

/** A service refused a call, or did not answer; the problem says why in the user's language. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public int status() {
        return problem.status();
    }

    public boolean is(String code) {
        return problem.code().equals(code);
    }

    public List<Problem.FieldError> errors() {
        var errors = problem.errors();
        return errors == null ? List.of() : errors;
    }
}
