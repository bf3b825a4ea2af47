package vn.dondoc.task.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.task.assignment.Figures;
import vn.dondoc.task.assignment.Units;
import vn.dondoc.task.bulk.BulkAct;

/** Checks what people wrote: all that is wrong at once, each part with its sentence. Spaces around are taken off; nothing left is nothing said. */
final class Bodies {

    static final int LONGEST_TEXT = 4000;
    static final int LONGEST_NUMBER = 100;
    static final int LONGEST_TITLE = 500;
    private static final int MOST_FIGURES = 5;
    private static final int LONGEST_FIGURE_NAME = 100;
    private static final int LONGEST_FIGURE_UNIT = 30;
    private static final int DIGITS_BEFORE = 15;
    private static final int DIGITS_BEHIND = 4;

    private final Problems problems;
    private final Locale locale;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    Bodies(Problems problems, Locale locale) {
        this.problems = problems;
        this.locale = locale;
    }

    /** @throws ProblemException 400 with an error for each field */
    Tasks.Progress checked(Tasks.Progress body) {
        var note = required("note", body.note());
        var difficulty = optional("difficulty", body.difficulty(), LONGEST_TEXT);
        var percent = body.percent();
        if (percent != null && (percent < 0 || percent > 100)) {
            wrong("percent", "PERCENT_RANGE");
        }
        var figures = figures(body.figures());
        finish();
        return new Tasks.Progress(note, difficulty, percent, body.files(), figures);
    }

    private @Nullable List<Tasks.Figure> figures(@Nullable List<Tasks.Figure> told) {
        if (told == null || told.isEmpty()) {
            return null;
        }
        if (told.size() > MOST_FIGURES) {
            wrong("figures", "FIGURES_TOO_MANY", MOST_FIGURES);
            return null;
        }
        var names = new HashSet<String>();
        var checked = new ArrayList<Tasks.Figure>();
        for (int i = 0; i < told.size(); i++) {
            checked.add(figure("figures[" + i + "].", told.get(i), names));
        }
        return checked;
    }

    private Tasks.Figure figure(String at, Tasks.@Nullable Figure told, Set<String> names) {
        // What Jackson read may lack what the record promises
        var name = told == null || (Object) told.name() == null ? "" : Figures.spaced(told.name());
        if (told == null || name.isEmpty()) {
            wrong(at + "name", "FIGURE_NAME_REQUIRED");
            return new Tasks.Figure("", BigDecimal.ZERO, null, null);
        }
        optional(at + "name", name, LONGEST_FIGURE_NAME);
        if (!names.add(Figures.folded(name))) {
            wrong(at + "name", "FIGURE_TWICE", name);
        }
        var value = (Object) told.value() == null || told.value().signum() < 0 ? null : bare(told.value());
        if (value == null) {
            wrong(at + "value", "FIGURE_VALUE", name, DIGITS_BEFORE, DIGITS_BEHIND);
        }
        var outOf = told.outOf() == null || told.outOf().signum() <= 0 ? null : bare(told.outOf());
        if (outOf == null && told.outOf() != null) {
            wrong(at + "outOf", "FIGURE_OUT_OF", name, DIGITS_BEFORE, DIGITS_BEHIND);
        }
        var unit = optional(at + "unit", told.unit() == null ? null : Figures.spaced(told.unit()), LONGEST_FIGURE_UNIT);
        return new Tasks.Figure(name, Objects.requireNonNullElse(value, BigDecimal.ZERO), outOf, unit);
    }

    /** Without zeros that say nothing; null where it has more digits than are kept. */
    private static @Nullable BigDecimal bare(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        if (bare.scale() > DIGITS_BEHIND || (long) bare.precision() - bare.scale() > DIGITS_BEFORE) {
            return null;
        }
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** @throws ProblemException 400 with an error for each field */
    Tasks.Completion checked(Tasks.Completion body) {
        var nothing = Boolean.TRUE.equals(body.nothing());
        var note = nothing ? optional("note", body.note(), LONGEST_TEXT) : required("note", body.note());
        var number = optional("documentNumber", body.documentNumber(), LONGEST_NUMBER);
        var figures = figures(body.figures());
        finish();
        return new Tasks.Completion(
                note, number, body.documentDate(), body.doneOn(), body.unit(), body.nothing(), body.despiteParts(), body.files(), figures);
    }

    /** @throws ProblemException 400 when the reason is too long */
    Tasks.Decision checked(Tasks.@Nullable Decision body) {
        var reason = optional("reason", body == null ? null : body.reason(), LONGEST_TEXT);
        finish();
        return new Tasks.Decision(reason);
    }

    /** @throws ProblemException 400 with an error for each field */
    Tasks.ExtensionWanted checked(Tasks.ExtensionWanted body) {
        var reason = required("reason", body.reason());
        // What Jackson read may lack what the record promises
        if ((Object) body.until() == null) {
            wrong("until", "DAY_REQUIRED");
        }
        finish();
        return new Tasks.ExtensionWanted(body.until(), reason);
    }

    /** @throws ProblemException 400 when the reason is too long */
    Tasks.ExtensionGrant checked(Tasks.@Nullable ExtensionGrant body) {
        var reason = optional("reason", body == null ? null : body.reason(), LONGEST_TEXT);
        finish();
        return new Tasks.ExtensionGrant(body == null ? null : body.until(), reason);
    }

    /** @throws ProblemException 400 without a reason */
    Tasks.Reason checked(Tasks.Reason body) {
        var reason = required("reason", body.reason());
        finish();
        return new Tasks.Reason(reason);
    }

    /** @throws ProblemException 400 without words */
    Tasks.Comment checked(Tasks.Comment body) {
        var text = required("text", body.text());
        finish();
        return new Tasks.Comment(text);
    }

    /** @throws ProblemException 400 with an error for each field */
    Tasks.Reassignment checked(Tasks.Reassignment body) {
        var reason = required("reason", body.reason());
        if (body.lead().isEmpty()) {
            wrong("lead", "LEAD_REQUIRED");
        }
        finish();
        return new Tasks.Reassignment(
                body.lead().stream().distinct().toList(), body.coordinating().stream().distinct().toList(), reason);
    }

    /** @throws ProblemException 400 with an error for each field */
    Tasks.ExplanationWanted checked(Tasks.ExplanationWanted body) {
        var question = required("question", body.question());
        finish();
        return new Tasks.ExplanationWanted(question, body.lastDay());
    }

    /** @throws ProblemException 400 with an error for each field */
    Tasks.ExplanationAnswer checked(Tasks.ExplanationAnswer body) {
        var text = required("text", body.text());
        finish();
        return new Tasks.ExplanationAnswer(text);
    }

    /** @throws ProblemException 400 with an error for each field */
    Tasks.Delegation checked(Tasks.Delegation body) {
        if (body.kind() == PartKind.OCCURRENCE) {
            wrong("kind", "PART_KIND");
        }
        // What Jackson read may lack what the record promises
        if ((Object) body.unit() == null) {
            wrong("unit", "PART_UNIT_REQUIRED");
        }
        var title = optional("title", body.title(), LONGEST_TITLE);
        if (title == null) {
            wrong("title", "TEXT_REQUIRED");
        }
        finish();
        return new Tasks.Delegation(body.kind(), body.unit(), Objects.requireNonNull(title), body.lastDay(), body.position());
    }

    /**
     * One act on many tasks.
     *
     * @param reason null where none was given
     * @param to whom they are given; nobody unless they are to be reassigned
     */
    record CheckedActs(BulkAct act, List<TaskId> tasks, @Nullable String reason, Units to) {}

    /** @throws ProblemException 400 with an error for each field */
    CheckedActs checked(Tasks.Acts body) {
        var act = body.act() == null ? null : Coded.of(BulkAct.class, body.act()).orElse(null);
        if (act == null) {
            wrong("act", "ACT_UNKNOWN");
        }
        if (body.tasks().isEmpty()) {
            wrong("tasks", "TASKS_MISSING");
        }
        var reason = act == BulkAct.CANCEL || act == BulkAct.REASSIGN
                ? required("reason", body.reason())
                : optional("reason", body.reason(), LONGEST_TEXT);
        var to = act == BulkAct.REASSIGN && body.to() != null ? new Units(body.to().lead(), body.to().coordinating()) : new Units(List.of(), List.of());
        if (act == BulkAct.REASSIGN && to.lead().isEmpty()) {
            wrong("to.lead", "LEAD_REQUIRED");
        }
        finish();
        return new CheckedActs(Objects.requireNonNull(act), body.tasks(), reason, to);
    }

    private String required(String field, @Nullable String text) {
        var told = optional(field, text, LONGEST_TEXT);
        if (told == null) {
            wrong(field, "TEXT_REQUIRED");
            return "";
        }
        return told;
    }

    private @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
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
