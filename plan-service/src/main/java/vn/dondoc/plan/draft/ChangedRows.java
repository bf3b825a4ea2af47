package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import vn.dondoc.contracts.api.Plans;

/** Which rows a correction touched, for the history. */
final class ChangedRows {

    private ChangedRows() {}

    static List<String> between(Plans.Content before, Plans.Content after) {
        var changed = new TreeSet<String>();
        collect(before.tasks(), after.tasks(), Plans.TaskRow::row, changed);
        collect(before.targets(), after.targets(), Plans.TargetRow::row, changed);
        collect(before.reporting(), after.reporting(), Plans.RuleRow::row, changed);
        for (var part : DutyPart.values()) {
            collect(part.of(before), part.of(after), duty -> String.valueOf(duty.row()), changed);
        }
        var all = new ArrayList<>(changed);
        if (!before.document().equals(after.document())) {
            all.add("document");
        }
        if (!before.recipients().equals(after.recipients())) {
            all.add("recipients");
        }
        return all;
    }

    private static <T> void collect(List<T> before, List<T> after, Function<T, String> row, TreeSet<String> changed) {
        var old = new HashMap<String, T>();
        before.forEach(one -> old.put(row.apply(one), one));
        for (var one : after) {
            if (!one.equals(old.remove(row.apply(one)))) {
                changed.add(row.apply(one));
            }
        }
        changed.addAll(old.keySet());
    }
}
