package vn.dondoc.plan.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;

/** Collects broken rules; as many as a person can still use. */
public final class BrokenRules {

    /** More tell nobody more. */
    private static final int MOST = 500;

    private final List<BrokenRule> found = new ArrayList<>();

    public void add(String field, String code, Object... arguments) {
        if (found.size() < MOST) {
            found.add(new BrokenRule(field, code, List.of(arguments)));
        }
    }

    /** Adds it unless the condition holds; returns the condition. */
    public boolean require(boolean holds, String field, String code, Object... arguments) {
        if (!holds) {
            add(field, code, arguments);
        }
        return holds;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<BrokenRule> all() {
        return List.copyOf(found);
    }

    /** @throws ProblemException with all of them, if there are any */
    public void orProblem(int status, String code, Problems problems, Locale locale) {
        if (!found.isEmpty()) {
            throw ProblemException.withErrors(status, code, found.stream()
                    .map(rule -> new Problem.FieldError(rule.field(), rule.code(), sentence(rule, problems, locale)))
                    .toList());
        }
    }

    private static String sentence(BrokenRule rule, Problems problems, Locale locale) {
        return problems.text(rule.code(), locale, rule.arguments().toArray());
    }
}
