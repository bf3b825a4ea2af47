package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import vn.dondoc.contracts.api.Plans;

/**
 * What takes the last change of a draft back: the rows as they were before it, only those that it touched, and the order of all.
 *
 * @param order the rows of each list by their ids, such as {@code tasks/t1}
 */
record LastChange(Plans.Content rows, List<String> order) {

    static LastChange between(Plans.Content before, Plans.Content after) {
        return new LastChange(
                new Plans.Content(
                        before.document(),
                        differing(before.tasks(), after.tasks()), differing(before.targets(), after.targets()),
                        differing(before.reporting(), after.reporting()), differing(before.duties(), after.duties()), before.recipients(),
                        differing(before.measures(), after.measures()), differing(before.objectives(), after.objectives())),
                orderOf(before));
    }

    private static <R> List<R> differing(List<R> before, List<R> after) {
        var kept = new HashSet<>(after);
        return before.stream().filter(row -> !kept.contains(row)).toList();
    }

    private static List<String> orderOf(Plans.Content content) {
        var order = new ArrayList<String>();
        content.tasks().forEach(row -> order.add("tasks/" + row.row()));
        content.targets().forEach(row -> order.add("targets/" + row.row()));
        content.reporting().forEach(row -> order.add("reporting/" + row.row()));
        for (var part : DutyPart.values()) {
            part.of(content).forEach(row -> order.add(part.code() + "/" + row.row()));
        }
        return order;
    }

    Plans.Content restored(Plans.Content now) {
        return new Plans.Content(
                rows.document(),
                restored("tasks/", Plans.TaskRow::row, rows.tasks(), now.tasks()),
                restored("targets/", Plans.TargetRow::row, rows.targets(), now.targets()),
                restored("reporting/", Plans.RuleRow::row, rows.reporting(), now.reporting()),
                restored(DutyPart.DUTIES, now),
                rows.recipients(),
                restored(DutyPart.MEASURES, now),
                restored(DutyPart.OBJECTIVES, now));
    }

    private List<Plans.Duty> restored(DutyPart part, Plans.Content now) {
        return restored(part.code() + "/", duty -> String.valueOf(duty.row()), part.of(rows), part.of(now));
    }

    private <R> List<R> restored(String prefix, Function<R, String> id, List<R> before, List<R> now) {
        var known = new HashMap<String, R>();
        now.forEach(row -> known.put(prefix + id.apply(row), row));
        before.forEach(row -> known.put(prefix + id.apply(row), row));
        return order.stream().filter(place -> place.startsWith(prefix) && known.containsKey(place)).map(known::get).toList();
    }
}
