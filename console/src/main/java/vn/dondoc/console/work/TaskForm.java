package vn.dondoc.console.work;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.console.page.Explained;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** What was typed into the form of an action; kept as typed, so that a refused form comes back as it was. */
public record TaskForm(
        @Nullable String note,
        @Nullable String difficulty,
        @Nullable String percent,
        @Nullable String documentNumber,
        @Nullable String documentDate,
        @Nullable String reason,
        @Nullable String until,
        @Nullable String doneOn,
        @Nullable List<String> lead,
        @Nullable List<String> coordinating,
        @Nullable String step,
        @Nullable String template,
        @Nullable String names,
        @Nullable String amount,
        @Nullable String nationalCode,
        @Nullable String level,
        @Nullable String programme,
        @Nullable String budgetSource,
        @Nullable String follow,
        @Nullable String unit,
        @Nullable String key,
        @Nullable String nothing,
        @Nullable String despiteParts,
        @Nullable String kind,
        @Nullable String title,
        @Nullable List<FigureRow> figures) {

    static TaskForm empty() {
        return new TaskForm(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The body for the service; nothing where a figure or a day cannot be read. */
    Optional<Object> body(TaskAction action) {
        return switch (action) {
            case PROGRESS, DIFFICULTY -> progress();
            case COMPLETION -> completion();
            case ACCEPTANCE, RETURN, EXTENSION_REFUSAL -> Optional.of(new Tasks.Decision(text(reason)));
            case RETURN_TO_GIVER, INSISTENCE, CANCELLATION, REOPENING -> Optional.of(new Tasks.Reason(said(reason)));
            case COMMENT -> Optional.of(new Tasks.Comment(said(note)));
            case REASSIGNMENT -> reassignment();
            case DELEGATION -> delegation();
            case EXTENSION -> day(until).map(day -> new Tasks.ExtensionWanted(day, Objects.requireNonNullElse(text(reason), "")));
            case EXTENSION_GRANT -> text(until) == null
                    ? Optional.of(new Tasks.ExtensionGrant(null, text(reason)))
                    : day(until).map(day -> new Tasks.ExtensionGrant(day, text(reason)));
            case STEP -> reached();
            case STEPS -> Optional.of(new Tasks.StepsWanted(text(template), lines(names)));
            case DISBURSEMENT -> dong(amount).map(Tasks.Disbursement::new);
            case PARTICULARS -> Optional.of(new Tasks.ParticularsWanted(
                    text(nationalCode), Coded.of(AssigningLevel.class, Objects.requireNonNullElse(level, "")).orElse(null), text(programme), text(budgetSource)));
            case FOLLOWING -> Optional.of(new Tasks.Following(!"false".equals(follow)));
            case EXPLANATION_REQUEST -> Explained.wanted(note, until).map(wanted -> wanted);
            case EXPLANATION -> Optional.of(Explained.answer(note));
            case CONCLUSION_UNIT -> Optional.of(new Tasks.ConclusionUnit(unitId()));
        };
    }

    /** Of several lead units the one that was chosen; null where none was. */
    private @Nullable UnitId unitId() {
        var chosen = text(unit);
        return chosen == null ? null : new UnitId(chosen);
    }

    private Optional<Object> reached() {
        var typed = text(step);
        if (typed == null || !typed.matches("\\d{1,2}") || text(until) != null && day(until).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Tasks.StepReached(Integer.parseInt(typed), day(until).orElse(null)));
    }

    private static List<String> lines(@Nullable String typed) {
        return typed == null ? List.of() : typed.lines().filter(line -> !line.isBlank()).toList();
    }

    /** An amount as people write it: "90.000.000". */
    private static Optional<Long> dong(@Nullable String typed) {
        var digits = typed == null ? "" : typed.replaceAll("[.\\s]", "");
        return digits.matches("\\d{1,15}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    /** Whether a unit was chosen to lead or to coordinate, as typed; as it is now where nothing was. */
    public boolean chosen(String field, UnitId unit, List<Tasks.UnitName> now) {
        var typed = field.equals("lead") ? lead : coordinating;
        return lead == null ? now.stream().anyMatch(one -> one.id().equals(unit)) : typed != null && typed.contains(unit.value());
    }

    private Optional<Object> reassignment() {
        var leading = lead == null ? List.<String>of() : lead;
        var taking = coordinating == null ? List.<String>of() : coordinating;
        return Stream.concat(leading.stream(), taking.stream()).allMatch(Ids::plausible)
                ? Optional.of(new Tasks.Reassignment(
                        leading.stream().map(UnitId::new).toList(), taking.stream().map(UnitId::new).toList(), said(reason)))
                : Optional.empty();
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(text(typed), "");
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(text(typed)).map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private Optional<Object> progress() {
        var typed = text(percent);
        if (typed != null && !typed.matches("\\d{1,3}") || !readable()) {
            return Optional.empty();
        }
        var told = text(note) == null ? text(difficulty) : text(note);
        return Optional.of(new Tasks.Progress(
                told == null ? "" : told, text(difficulty), typed == null ? null : Integer.valueOf(typed), null, counted()));
    }

    private boolean readable() {
        return filled().allMatch(row -> row.figure().isPresent());
    }

    /** Null where none was typed. */
    private @Nullable List<Tasks.Figure> counted() {
        var counted = filled().map(FigureRow::figure).flatMap(Optional::stream).toList();
        return counted.isEmpty() ? null : counted;
    }

    /** Whether a figure was typed. */
    public boolean anyFigure() {
        return filled().findAny().isPresent();
    }

    /** The rows for figures that say something. */
    Stream<FigureRow> filled() {
        return Objects.requireNonNullElse(figures, List.<FigureRow>of()).stream().filter(row -> row != null && !row.isEmpty());
    }

    /** A day is wanted only where one was typed; a unit always, with a position of it behind a stroke where one is to do it. */
    private Optional<Object> delegation() {
        var day = day(until);
        var known = Coded.of(PartKind.class, Objects.requireNonNullElse(text(kind), PartKind.DELEGATED.code()));
        var chosen = Objects.requireNonNullElse(text(unit), "").split("/", 2);
        if (text(until) != null && day.isEmpty() || known.isEmpty() || !Stream.of(chosen).allMatch(Ids::plausible)) {
            return Optional.empty();
        }
        return Optional.of(new Tasks.Delegation(
                known.get(), new UnitId(chosen[0]), Objects.requireNonNullElse(text(title), ""), day.orElse(null),
                chosen.length < 2 ? null : new PositionId(chosen[1])));
    }

    private Optional<Object> completion() {
        var typed = text(documentDate);
        var really = text(doneOn);
        if (!readable()) {
            return Optional.empty();
        }
        try {
            var told = text(note);
            return Optional.of(new Tasks.Completion(
                    told == null && nothing == null ? "" : told, text(documentNumber), typed == null ? null : LocalDate.parse(typed),
                    really == null ? null : LocalDate.parse(really), unitId(), nothing == null ? null : true, despiteParts == null ? null : true, null, counted()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
