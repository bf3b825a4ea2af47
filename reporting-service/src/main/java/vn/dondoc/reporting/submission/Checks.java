package vn.dondoc.reporting.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Problem.FieldError;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;

/** Looks at the whole of what was sent and names all that is wrong with it. */
final class Checks {

    /** Longest text in characters: an aggregate with all its answers stays far below 1 MB. */
    static final int TEXT = 20_000;

    static final int LINE = 2_000;

    private final Problems problems;
    private final Locale locale;
    private final List<FieldError> errors = new ArrayList<>();

    Checks(Problems problems, Locale locale) {
        this.problems = problems;
        this.locale = locale;
    }

    /** @throws ProblemException 400 with each wrong field, 422 for an answer that says nothing */
    void check(Reports.Submission sent, Form form) {
        length("results", sent.results(), TEXT);
        length("difficulties", sent.difficulties(), TEXT);
        length("proposals", sent.proposals(), TEXT);
        lines(sent.lines(), form);
        throwErrors();
        if (!sent.nothingToReport() && Texts.orNull(sent.results()) == null && form.answered(sent.lines()).isEmpty()) {
            throw ProblemException.of(422, "REPORT_EMPTY");
        }
    }

    /** @throws ProblemException 400 when a decision's words are too long */
    void check(@Nullable String reason) {
        length("reason", reason, LINE);
        throwErrors();
    }

    private void lines(@Nullable List<Reports.TaskLine> lines, Form form) {
        if (lines == null) {
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var field = "lines[" + i + "]";
            if (line == null || line.task() == null || !form.has(line.task())) {
                errors.add(new FieldError(field + ".task", "TASK_NOT_IN_FORM", problems.text("TASK_NOT_IN_FORM", locale)));
            } else {
                length(field + ".result", line.result(), LINE);
            }
        }
    }

    private void length(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            errors.add(new FieldError(field, "TEXT_TOO_LONG", problems.text("TEXT_TOO_LONG", locale, most)));
        }
    }

    private void throwErrors() {
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(400, "VALIDATION", errors);
        }
    }
}
