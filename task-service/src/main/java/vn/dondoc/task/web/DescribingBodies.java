package vn.dondoc.task.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;

/** Checks what people tell of a task beside its plan: all that is wrong at once. */
final class DescribingBodies {

    private static final int LONGEST_CODE = 50;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_STEPS = 20;
    private static final long MOST_VND = 1_000_000_000_000_000L;

    /** Names of steps are in the commune's language, as everything that is stored. */
    private static final Map<String, List<String>> TEMPLATES = Map.of(
            "document", List.of("STEP_DRAFT", "STEP_APPRAISAL", "STEP_SUBMISSION", "STEP_ISSUE"),
            "science", List.of("STEP_ORDER", "STEP_SELECTION", "STEP_CONTRACT", "STEP_DISBURSEMENT", "STEP_ACCEPTANCE"));
    private static final Locale STORED = Locale.of("vi");

    private final Problems problems;
    private final Locale locale;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    DescribingBodies(Problems problems, Locale locale) {
        this.problems = problems;
        this.locale = locale;
    }

    /** @throws ProblemException 400 with an error for each field */
    Tasks.ParticularsWanted checked(Tasks.ParticularsWanted body) {
        var code = text("nationalCode", body.nationalCode(), LONGEST_CODE);
        var programme = text("programme", body.programme(), LONGEST_NAME);
        var source = text("budgetSource", body.budgetSource(), LONGEST_NAME);
        finish();
        return new Tasks.ParticularsWanted(code, body.level(), programme, source);
    }

    /** @throws ProblemException 400 with an error for each field */
    List<String> names(Tasks.StepsWanted body) {
        var template = body.template();
        if (template != null && !template.isBlank()) {
            var steps = TEMPLATES.get(template);
            if (steps == null) {
                wrong("template", "TEMPLATE_UNKNOWN");
            }
            finish();
            return Objects.requireNonNull(steps).stream().map(step -> problems.text(step, STORED)).toList();
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < body.names().size(); i++) {
            var name = text("names[" + i + "]", body.names().get(i), LONGEST_NAME);
            if (name != null && names.contains(name)) {
                wrong("names[" + i + "]", "STEP_TWICE", name);
            } else if (name != null) {
                names.add(name);
            }
        }
        if (names.size() > MOST_STEPS) {
            wrong("names", "TOO_MANY_STEPS", MOST_STEPS);
        }
        finish();
        return List.copyOf(names);
    }

    /** @throws ProblemException 400 for an amount that nobody pays */
    Tasks.Disbursement checked(Tasks.Disbursement body) {
        if (body.disbursedVnd() < 0 || body.disbursedVnd() > MOST_VND) {
            wrong("disbursedVnd", "AMOUNT_IMPLAUSIBLE");
        }
        finish();
        return body;
    }

    private @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > longest) {
            wrong(field, "TEXT_TOO_LONG", longest);
        }
        return text.strip();
    }

    private void wrong(String field, String code, Object... arguments) {
        errors.add(new Problem.FieldError(field, code, problems.text(code, locale, arguments)));
    }

    private void finish() {
        if (!errors.isEmpty()) {
            throw ProblemException.withErrors(400, "VALIDATION", errors);
        }
    }
}
