package vn.dondoc.reporting.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Problem.FieldError;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.system.OtherSystem;

/** Looks at the whole of what was sent and names all that is wrong with it. */
final class Checks {

    /** Longest text in characters: an aggregate with all its answers stays far below 1 MB. */
    static final int TEXT = 20_000;

    static final int LINE = 2_000;

    private static final int NUMBER_LENGTH = 100;
    private static final int MOST_LEFT_OUT = 2_000;
    private static final int MOST_MATTERS = 10;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 4;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,4})?");

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
        length("nextSteps", sent.nextSteps(), TEXT);
        length("source", sent.source(), LINE);
        lines(sent.lines(), form);
        figures(sent.figures(), form);
        matters(sent.matters());
        answers(sent, form);
        throwErrors();
        if (!sent.nothingToReport() && saysNothing(sent, form)) {
            throw ProblemException.of(422, "REPORT_EMPTY");
        }
    }

    /**
     * Whoever answers for a system vouches for a day and shows what it was confirmed with.
     *
     * @throws ProblemException 400 for a day that cannot be, 422 without number and file
     */
    void receipt(Reports.Submission sent, Obligation report, LocalDate today) {
        if (!OtherSystem.isBehind(report.rule()) || sent.nothingToReport()) {
            return;
        }
        var receipt = sent.receipt();
        if (receipt == null || Texts.orNull(receipt.number()) == null && report.attached().isEmpty()) {
            throw ProblemException.of(422, "REPORT_RECEIPT_REQUIRED");
        }
        if ((Object) receipt.updatedOn() == null || receipt.updatedOn().isAfter(today) || receipt.updatedOn().isBefore(report.opensOn())) {
            wrong("receipt.updatedOn", "RECEIPT_DAY");
        }
        length("receipt.number", receipt.number(), NUMBER_LENGTH);
        if (receipt.leftOut() != null && receipt.leftOut().size() > MOST_LEFT_OUT) {
            errors.add(new FieldError("receipt.leftOut", "RECEIPT_TOO_MANY", problems.text("RECEIPT_TOO_MANY", locale, MOST_LEFT_OUT)));
        }
        throwErrors();
    }

    private static boolean saysNothing(Reports.Submission sent, Form form) {
        return !(form.isOfSystem() && sent.receipt() != null) && Texts.orNull(sent.results()) == null && form.answered(sent.lines()).isEmpty() && form.told(sent.figures()).isEmpty()
                && form.answers(sent.answers()).stream().allMatch(answer -> answer.answer() == null);
    }

    private void figures(@Nullable List<Reports.FigureLine> figures, Form form) {
        for (int i = 0; figures != null && i < figures.size(); i++) {
            var line = figures.get(i);
            var field = "figures[" + i + "]";
            if (line == null || line.target() == null || !form.hasFigure(line.target())) {
                wrong(field + ".target", "TARGET_NOT_IN_FORM");
            } else {
                number(field + ".value", line.value());
                number(field + ".lastYear", line.lastYear());
            }
        }
    }

    private void number(String field, @Nullable BigDecimal number) {
        if (number != null && (number.stripTrailingZeros().scale() > MOST_DECIMALS || number.precision() - number.scale() > MOST_DIGITS)) {
            wrong(field, "NUMBER_IMPLAUSIBLE");
        }
    }

    private void matters(@Nullable List<String> matters) {
        if (matters != null && matters.size() > MOST_MATTERS) {
            errors.add(new FieldError("matters", "REPORT_MATTERS_TOO_MANY", problems.text("REPORT_MATTERS_TOO_MANY", locale, MOST_MATTERS)));
        }
        for (int i = 0; matters != null && i < matters.size(); i++) {
            length("matters[" + i + "]", matters.get(i), LINE);
        }
    }

    private void answers(Reports.Submission sent, Form form) {
        var answers = form.answers(sent.answers());
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i).answer();
            length("answers[" + i + "]", answer, LINE);
            if (answer == null && !sent.nothingToReport()) {
                wrong("answers[" + i + "]", "FIELD_REQUIRED");
            } else if (answer != null && form.questions().get(i).isNumber() && !NUMBER.matcher(answer).matches()) {
                wrong("answers[" + i + "]", "ANSWER_NOT_A_NUMBER");
            }
        }
    }

    /** @throws ProblemException 400 when what is said of sections is too long, or of a section that the form does not have */
    void check(@Nullable List<Reports.Comment> comments, Form form) {
        for (int i = 0; comments != null && i < comments.size(); i++) {
            var comment = comments.get(i);
            if (comment == null || comment.section() == null || !form.hasSection(comment.section())) {
                wrong("comments[" + i + "].section", "SECTION_UNKNOWN");
            } else {
                length("comments[" + i + "].text", comment.text(), LINE);
            }
        }
        throwErrors();
    }

    /** @throws ProblemException 400 where nothing is said, or too much */
    String words(String field, @Nullable String text) {
        var said = Texts.orNull(text);
        if (said == null) {
            wrong(field, "FIELD_REQUIRED");
        }
        length(field, said, LINE);
        throwErrors();
        return Objects.requireNonNull(said);
    }

    void length(String field, @Nullable String text) {
        length(field, text, TEXT);
        throwErrors();
    }

    void wrong(String field, String code) {
        errors.add(new FieldError(field, code, problems.text(code, locale)));
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

    void throwErrors() {
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(400, "VALIDATION", errors);
        }
    }
}
