package vn.dondoc.console.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.id.UnitId;

/**
 * A draft as the review shows it.
 *
 * @param doubts tasks that somebody should look at, the least certain first
 * @param clear tasks that were read without doubt, in the order of the document
 * @param asked what is asked for without being a task: duties, measures, objectives, as far as there are any
 * @param general sentences about the document as a whole
 */
public record DraftView(
        Plans.Draft draft,
        List<TaskLine> doubts,
        List<TaskLine> clear,
        List<TaskLine> dropped,
        List<Line<Plans.TargetRow>> targets,
        List<Line<Plans.RuleRow>> rules,
        List<AskedFor> asked,
        List<String> general,
        Map<String, String> unitNames) {

    private static final double CERTAIN = 0.8;

    /** A task row with its place in the source and what is to be said of it. */
    public record TaskLine(Plans.TaskRow row, String mark, Excerpt excerpt, List<String> warnings, List<String> errors) {

        public boolean unresolved() {
            return row.lead().isEmpty() || row.lead().stream().anyMatch(named -> named.unit() == null);
        }

        /** The choice of the form: by, ongoing, recurring, none. */
        public String dueKind() {
            return switch (row.due()) {
                case null -> "none";
                case Due.By by -> "by";
                case Due.Ongoing ongoing -> "ongoing";
                case Due.Recurring recurring -> "recurring";
            };
        }

        /** The title with a line for each part that a semicolon sets apart. */
        public String partsProposed() {
            return row.title().replace("; ", ";\n");
        }

        public @Nullable LocalDate dueDay() {
            return row.due() instanceof Due.By by ? by.date() : null;
        }

        public boolean doubtful() {
            var open = unresolved() || row.due() == null;
            return !errors.isEmpty() || (!row.confirmed() && (open || !warnings.isEmpty() || row.confidence() < CERTAIN));
        }
    }

    /** A target or a reporting duty. */
    public record Line<R>(R row, String mark, Excerpt excerpt, List<String> warnings, List<String> errors) {}

    static DraftView of(Plans.Draft draft, String text, List<Organisation.UnitView> units, List<Problem.FieldError> errors) {
        var said = byRow(draft.warnings(), Plans.Warning::row, Plans.Warning::message);
        var wrong = byRow(errors, DraftView::rowOf, Problem.FieldError::message);
        var lines = draft.content().tasks().stream()
                .map(row -> new TaskLine(row, mark(row), Excerpt.of(text, row.source()), of(said, row.row()), of(wrong, row.row())))
                .toList();
        var kept = lines.stream().filter(line -> !line.row().dropped()).toList();
        return new DraftView(
                draft,
                kept.stream().filter(TaskLine::doubtful).sorted(Comparator.comparing(line -> line.errors().isEmpty())).toList(),
                kept.stream().filter(line -> !line.doubtful()).toList(),
                lines.stream().filter(line -> line.row().dropped()).toList(),
                lines(draft.content().targets(), Plans.TargetRow::row, Plans.TargetRow::source, text, said, wrong),
                lines(draft.content().reporting(), Plans.RuleRow::row, Plans.RuleRow::source, text, said, wrong),
                Stream.of(
                                AskedFor.of("duties", lines(draft.content().duties(), DraftView::rowOf, Plans.Duty::source, text, said, wrong)),
                                AskedFor.of("measures", lines(draft.content().measures(), DraftView::rowOf, Plans.Duty::source, text, said, wrong)),
                                AskedFor.of("objectives", lines(draft.content().objectives(), DraftView::rowOf, Plans.Duty::source, text, said, wrong)))
                        .filter(list -> !list.isEmpty()).toList(),
                Stream.concat(of(wrong, "").stream(), of(said, "").stream()).distinct().toList(),
                units.stream().collect(Collectors.toMap(unit -> unit.id().value(), Organisation.UnitView::name, (one, same) -> one)));
    }

    private static <R> List<Line<R>> lines(
            List<R> rows, Function<R, String> name, Function<R, Plans.@Nullable Source> source, String text,
            Map<String, List<String>> said, Map<String, List<String>> wrong) {
        return rows.stream()
                .map(row -> new Line<>(
                        row, mark(row), Excerpt.of(text, source.apply(row)), of(said, name.apply(row)), of(wrong, name.apply(row))))
                .toList();
    }

    /** A short mark of a row's content, to notice that it changed since a form showed it. */
    static String mark(Object row) {
        return Integer.toHexString(row.hashCode());
    }

    /** Where the first row with an error stands in the page; null without one. */
    public @Nullable String firstError() {
        return Stream.of(
                        doubts.stream().filter(line -> !line.errors().isEmpty()).map(line -> "tasks-" + line.row().row()),
                        asked.stream().flatMap(AskedFor::errors),
                        rules.stream().filter(line -> !line.errors().isEmpty()).map(line -> "reporting-" + line.row().row()),
                        targets.stream().filter(line -> !line.errors().isEmpty()).map(line -> "targets-" + line.row().row()))
                .flatMap(Function.identity())
                .findFirst()
                .orElse(null);
    }

    public String unitName(UnitId unit) {
        return unitNames.getOrDefault(unit.value(), unit.value());
    }

    /** A unit by its present name; as the document calls it where the directory does not show it yet. */
    public String called(Plans.NamedUnit named) {
        var unit = named.unit();
        return unit == null ? named.name() : unitNames.getOrDefault(unit.value(), named.name());
    }

    public boolean isListed(@Nullable UnitId unit) {
        return unit == null || unitNames.containsKey(unit.value());
    }

    /** What the document asks for without making a task of it, and nobody decided yet. */
    public int waiting() {
        return asked.stream().mapToInt(AskedFor::waiting).sum();
    }

    /** Whether several lists wait, so that one stroke for all of them is worth its place. */
    public boolean severalWait() {
        return asked.stream().filter(list -> list.waiting() > 0).count() > 1;
    }

    /** Names that wait to be told which unit they are. */
    public List<Plans.NameInDraft> openNames() {
        return draft.names().stream().filter(Plans.NameInDraft::open).toList();
    }

    /** Names that the directory does not know at all: most of them are units that it lacks. */
    public List<Plans.NameInDraft> unknownNames() {
        return draft.names().stream().filter(name -> name.open() && !name.collective()).toList();
    }

    /** Names that were understood, though not written as the directory has them. */
    public List<Plans.NameInDraft> understoodNames() {
        return draft.names().stream().filter(name -> !name.open() && name.candidates().stream().noneMatch(one -> one.why().equals("same"))).toList();
    }

    public List<String> proposals(String row) {
        return draft.proposals().stream().filter(proposal -> proposal.row().equals(row)).map(Plans.Proposal::message).toList();
    }

    /** Targets by their group, in the order of the document; those without one under an empty name. */
    public Map<String, List<Line<Plans.TargetRow>>> targetGroups() {
        return targets.stream().collect(Collectors.groupingBy(
                line -> Objects.requireNonNullElse(line.row().group(), ""), LinkedHashMap::new, Collectors.toList()));
    }

    /** The task that follows in the document; what merging would take in. */
    public @Nullable String following(String row) {
        var tasks = draft.content().tasks().stream().filter(task -> !task.dropped()).map(Plans.TaskRow::row).toList();
        var at = tasks.indexOf(row);
        return at >= 0 && at + 1 < tasks.size() ? tasks.get(at + 1) : null;
    }

    static String rowOf(Plans.Duty duty) {
        return Objects.requireNonNullElse(duty.row(), "");
    }

    /** Tasks that will be published. */
    public int kept() {
        return doubts.size() + clear.size();
    }

    @Nullable TaskLine row(String row) {
        return Stream.of(doubts, clear, dropped).flatMap(List::stream).filter(line -> line.row().row().equals(row)).findFirst().orElse(null);
    }

    /** A field is a row, perhaps with the part of the row behind a dot or as {@code tasks[row].due}. */
    private static String rowOf(Problem.FieldError error) {
        var field = error.field();
        var open = field.indexOf('[');
        var close = field.indexOf(']');
        var inner = open >= 0 && close > open ? field.substring(open + 1, close) : field;
        var dot = inner.indexOf('.');
        return dot > 0 ? inner.substring(0, dot) : inner;
    }

    private static <T> Map<String, List<String>> byRow(List<T> all, Function<T, @Nullable String> row, Function<T, String> sentence) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNullElse(row.apply(one), ""), Collectors.mapping(sentence, Collectors.toList())));
    }

    private static List<String> of(Map<String, List<String>> byRow, String row) {
        return byRow.getOrDefault(row, List.of());
    }
}
