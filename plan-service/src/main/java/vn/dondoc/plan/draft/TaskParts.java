package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.DraftAct.MergeTasks;
import vn.dondoc.contracts.api.DraftAct.SplitTask;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.plan.rules.BrokenRules;

/** One task made of two, or several of one; likewise what may become a task. */
final class TaskParts {

    private static final int MOST_PARTS = 50;

    private final BrokenRules broken;

    TaskParts(BrokenRules broken) {
        this.broken = broken;
    }

    /** The first part keeps the row, so that what was said of it stays; the others follow it. */
    Plans.Content split(Plans.Content was, SplitTask act) {
        var titles = act.titles().stream().map(String::strip).filter(title -> !title.isEmpty()).toList();
        var ofDuties = OpenDuties.has(was, act.row());
        if (!(broken.require(ofDuties || task(was, act.row()).isPresent(), act.row(), "ROW_UNKNOWN")
                & broken.require(titles.size() >= 2 && titles.size() <= MOST_PARTS, act.row(), "SPLIT_NEEDS_PARTS"))) {
            return was;
        }
        if (ofDuties) {
            return OpenDuties.split(was, act.row(), titles);
        }
        var taken = Rows.tasksOf(was);
        var tasks = new ArrayList<Plans.TaskRow>();
        for (var row : was.tasks()) {
            if (row.row().equals(act.row())) {
                tasks.add(Rows.withTitle(row, row.row(), titles.getFirst()));
                titles.stream().skip(1).forEach(title -> tasks.add(Rows.withTitle(row, Rows.fresh("t", taken), title)));
            } else {
                tasks.add(row);
            }
        }
        return Rows.withTasks(was, tasks);
    }

    Plans.Content merged(Plans.Content was, MergeTasks act) {
        if (OpenDuties.areTwo(was, act.row(), act.other())) {
            return OpenDuties.merged(was, act.row(), act.other());
        }
        var one = task(was, act.row());
        var other = task(was, act.other());
        if (!(broken.require(one.isPresent(), act.row(), "ROW_UNKNOWN")
                & broken.require(other.isPresent() && !act.row().equals(act.other()), act.other(), "ROW_UNKNOWN"))) {
            return was;
        }
        var merged = merged(one.orElseThrow(), other.orElseThrow());
        var tasks = was.tasks().stream().filter(row -> !row.row().equals(act.other())).map(row -> row == one.get() ? merged : row).toList();
        return DutyPart.each(Rows.withTasks(was, tasks), duty -> Duties.TASK.equals(duty.decision()) && act.other().equals(duty.became())
                ? Rows.duty(duty, duty.lead(), duty.decision(), act.row())
                : duty);
    }

    private static Optional<Plans.TaskRow> task(Plans.Content content, String row) {
        return content.tasks().stream().filter(task -> task.row().equals(row)).findFirst();
    }

    private static Plans.TaskRow merged(Plans.TaskRow one, Plans.TaskRow other) {
        var lead = once(Rows.joined(one.lead(), other.lead()));
        var coordinating = once(Rows.joined(one.coordinating(), other.coordinating())).stream().filter(unit -> !lead.contains(unit)).toList();
        var due = later(one.due(), other.due());
        return Rows.task(
                one, one.row(), one.title() + "; " + other.title(), lead, coordinating, joined(one.product(), other.product()),
                sum(one.budgetVnd(), other.budgetVnd()), due, due == null ? joined(one.dueText(), other.dueText()) : null, OpenDuties.span(one.source(), other.source()));
    }

    private static List<Plans.NamedUnit> once(List<Plans.NamedUnit> units) {
        var once = new LinkedHashMap<Object, Plans.NamedUnit>();
        units.forEach(unit -> once.putIfAbsent(unit.unit() == null ? unit.name() : unit.unit(), unit));
        return List.copyOf(once.values());
    }

    private static @Nullable Due later(@Nullable Due one, @Nullable Due other) {
        if (one instanceof Due.By first && other instanceof Due.By second) {
            return first.date().isBefore(second.date()) ? second : first;
        }
        return one == null ? other : one;
    }

    private static @Nullable String joined(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other) ? Optional.ofNullable(one).orElse(other) : one + "; " + other;
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null && other == null ? null : Long.valueOf(Objects.requireNonNullElse(one, 0L) + Objects.requireNonNullElse(other, 0L));
    }
}
