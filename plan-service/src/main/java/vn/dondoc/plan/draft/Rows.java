package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.id.UnitId;

/** Rows and contents with one part other than before. */
final class Rows {

    private Rows() {}

    static Plans.Content withTasks(Plans.Content was, List<Plans.TaskRow> tasks) {
        return with(was, tasks, was.targets(), was.reporting());
    }

    static Plans.Content withTargets(Plans.Content was, List<Plans.TargetRow> targets) {
        return with(was, was.tasks(), targets, was.reporting());
    }

    static Plans.Content with(
            Plans.Content was, List<Plans.TaskRow> tasks, List<Plans.TargetRow> targets, List<Plans.RuleRow> reporting) {
        return new Plans.Content(
                was.document(), tasks, targets, reporting, was.duties(), was.recipients(), was.measures(), was.objectives());
    }

    static Plans.TaskRow withUnits(Plans.TaskRow was, List<Plans.NamedUnit> lead, List<Plans.NamedUnit> coordinating) {
        return task(was, was.row(), was.title(), lead, coordinating, was.product(), was.budgetVnd(), was.due(), was.dueText(), was.source());
    }

    static Plans.TaskRow withTitle(Plans.TaskRow was, String row, String title) {
        return task(was, row, title, was.lead(), was.coordinating(), was.product(), was.budgetVnd(), was.due(), was.dueText(), was.source());
    }

    static Plans.TaskRow task(
            Plans.TaskRow was, String row, String title, List<Plans.NamedUnit> lead, List<Plans.NamedUnit> coordinating, @Nullable String product,
            @Nullable Long budget, @Nullable Due due, @Nullable String dueText, Plans.@Nullable Source source) {
        return new Plans.TaskRow(
                row, was.ordinal(), title, lead, coordinating, product, budget, due, dueText, was.dropped(), was.confirmed(), was.confidence(),
                was.reason(), source);
    }

    static Plans.TargetRow target(
            Plans.TargetRow was, Plans.@Nullable NamedUnit owner, @Nullable String dataSource, vn.dondoc.contracts.event.@Nullable Frequency rhythm) {
        return new Plans.TargetRow(
                was.row(), was.group(), was.name(), was.operator(), was.value(), was.unit(), owner, dataSource, rhythm, was.dropped(),
                was.confidence(), was.source());
    }

    static Plans.Duty duty(Plans.Duty was, List<Plans.NamedUnit> lead, @Nullable String decision, @Nullable String became) {
        return new Plans.Duty(was.row(), was.unit(), lead, was.text(), decision, became, was.source(), was.heading());
    }

    static Plans.Duty withText(Plans.Duty was, @Nullable String row, String text, Plans.@Nullable Source source) {
        return new Plans.Duty(row, was.unit(), was.lead(), text, was.decision(), was.became(), source, was.heading());
    }

    static <R> List<R> each(List<R> rows, UnaryOperator<R> change) {
        return rows.stream().map(change).toList();
    }

    static <R> List<R> joined(List<R> some, List<R> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** An id that no row has, and marks it taken. */
    static String fresh(String letter, Set<String> taken) {
        int number = 1;
        while (!taken.add(letter + number)) {
            number++;
        }
        return letter + number;
    }

    /** The units that a content names: each was looked at when it came in, and the directory's copy may not show the newest yet. */
    static Set<UnitId> unitsIn(Plans.Content content) {
        var named = new ArrayList<Plans.NamedUnit>();
        var units = new HashSet<UnitId>();
        content.tasks().forEach(row -> {
            named.addAll(row.lead());
            named.addAll(row.coordinating());
        });
        DutyPart.all(content).forEach(duty -> named.addAll(duty.lead()));
        content.targets().stream().flatMap(row -> Stream.ofNullable(row.owner())).forEach(named::add);
        named.stream().flatMap(unit -> Stream.ofNullable(unit.unit())).forEach(units::add);
        content.reporting().forEach(row -> {
            units.addAll(row.owedBy());
            Stream.ofNullable(row.owedTo()).forEach(units::add);
        });
        return units;
    }

    static Set<String> tasksOf(Plans.Content content) {
        var taken = new HashSet<String>();
        content.tasks().forEach(row -> taken.add(row.row()));
        return taken;
    }

    static Set<String> targetsOf(Plans.Content content) {
        var taken = new HashSet<String>();
        content.targets().forEach(row -> taken.add(row.row()));
        return taken;
    }
}
