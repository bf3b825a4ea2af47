package vn.dondoc.plan.amendment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.plan.draft.DutyPart;
import vn.dondoc.plan.publication.LastDay;
import vn.dondoc.plan.published.PublishedPlans;

/**
 * The rows of a plan beside those of a draft.
 *
 * @param heading which of number, issuedOn, title and year differ
 * @param lastTask the place of the plan's last task, -1 where it has none; {@code lastTarget} likewise
 */
record Compared(
        Scope scope,
        List<String> heading,
        List<Change<PlannedTask, Plans.TaskRow>> tasks,
        List<Change<PlannedTarget, Plans.TargetRow>> targets,
        List<Change<ReportingRule, Plans.RuleRow>> rules,
        int lastTask,
        int lastTarget) {

    /** The key of the heading. */
    static final String DOCUMENT = "document";

    static Compared of(Scope scope, PlanState plan, PublishedPlans.Rows rows, Plans.Content content) {
        var like = new Likeness();
        var differences = new Differences(scope);
        return new Compared(
                scope,
                scope == Scope.WHOLE ? heading(plan, content.document()) : List.of(),
                sorted(Reworded.in(content, stillSaid(content, PlannedTask::title, new Comparing<PlannedTask, Plans.TaskRow>(
                        row -> row.id().value(), Plans.TaskRow::row, like::of, differences::of)
                        .changes(scope, rows.tasks(), kept(content.tasks(), row -> !row.dropped()))))),
                sorted(stillSaid(content, PlannedTarget::name, new Comparing<PlannedTarget, Plans.TargetRow>(
                        row -> row.id().value(), Plans.TargetRow::row, like::of, differences::of)
                        .changes(scope, rows.targets(), kept(content.targets(), row -> !row.dropped())))),
                new Comparing<ReportingRule, Plans.RuleRow>(row -> row.id().value(), Plans.RuleRow::row, like::of, (before, after) -> {
                    var last = LastDay.of(after);
                    return differences.of(before, after, last.day(), last.month());
                }).changes(scope, rows.rules(), kept(content.reporting(), row -> !row.dropped())),
                rows.tasks().stream().mapToInt(PlannedTask::order).max().orElse(-1),
                rows.targets().stream().mapToInt(PlannedTarget::order).max().orElse(-1));
    }

    /** Keys of everything that somebody has to accept or refuse. */
    List<String> toBeDecided() {
        var keys = new ArrayList<String>(heading.isEmpty() ? List.of() : List.of(DOCUMENT));
        all().filter(change -> change.kind().isToBeDecided()).map(Change::key).forEach(keys::add);
        return keys;
    }

    /** Keys that can be accepted: rows that are not mentioned can be given up all the same. */
    boolean knows(String key) {
        return key.equals(DOCUMENT) || all().anyMatch(change -> change.key().equals(key));
    }

    /** Whether that row, by a document about single rows, keeps the lead it has. */
    boolean leavesLead(String row) {
        return scope == Scope.ROWS && tasks.stream().anyMatch(change -> change.key().equals(row)
                && change.before() != null && change.after() != null && change.after().lead().isEmpty());
    }

    private Stream<Change<?, ?>> all() {
        return Stream.of(tasks, targets, rules).flatMap(List::stream);
    }

    /** A row that a reviewer once made of a duty, a measure or an objective is not removed while the document says that in the same words. */
    private static <B, A> List<Change<B, A>> stillSaid(Plans.Content content, Function<B, String> words, List<Change<B, A>> changes) {
        return changes.stream().map(change -> {
            var before = change.before();
            var said = change.kind() == ChangeKind.REMOVED && before != null
                    && DutyPart.all(content).filter(row -> row.became() == null).anyMatch(row -> Wording.same(row.text(), words.apply(before)));
            return said ? new Change<>(change.key(), ChangeKind.UNCHANGED, List.<String>of(), before, change.after()) : change;
        }).toList();
    }

    private static <B, A> List<Change<B, A>> sorted(List<Change<B, A>> changes) {
        return changes.stream().sorted(Comparator.comparing(Change::kind)).toList();
    }

    private static <T> List<T> kept(List<T> rows, Predicate<T> kept) {
        return rows.stream().filter(kept).toList();
    }

    private static List<String> heading(PlanState plan, Plans.Heading read) {
        var differ = new ArrayList<String>();
        if (read.title() != null && !Wording.same(plan.title(), read.title())) {
            differ.add("title");
        }
        if (read.number() != null && !Wording.same(plan.number(), read.number())) {
            differ.add("number");
        }
        if (read.issuedOn() != null && !Objects.equals(plan.issuedOn(), read.issuedOn())) {
            differ.add("issuedOn");
        }
        if (read.year() != null && !Objects.equals(plan.year(), read.year())) {
            differ.add("year");
        }
        return differ;
    }
}
