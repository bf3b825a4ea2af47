package vn.dondoc.plan.amendment;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.plan.draft.DutyPart;

/**
 * A task that a reviewer once made of a duty, a measure or an objective is not removed while the document says that in much the same words:
 * it stays, with its deadline and lead, and takes the new words where somebody accepts them.
 */
final class Reworded {

    /** Of the words and pairs of neighbours of both texts. */
    private static final double MUCH_ALIKE = 0.6;

    private Reworded() {}

    static List<Change<PlannedTask, Plans.TaskRow>> in(Plans.Content content, List<Change<PlannedTask, Plans.TaskRow>> changes) {
        var removed = changes.stream().filter(change -> change.kind() == ChangeKind.REMOVED && change.before() != null).toList();
        var said = DutyPart.all(content).filter(row -> row.became() == null).filter(row -> !isKept(row, changes)).toList();
        var pairs = Pairing.of(removed, said, Reworded::likeness);
        var all = new ArrayList<>(changes);
        for (int i = 0; i < removed.size(); i++) {
            var at = pairs.get(i);
            var before = removed.get(i).before();
            if (at != null && before != null) {
                all.set(all.indexOf(removed.get(i)), changed(removed.get(i).key(), before, said.get(at)));
            }
        }
        return all;
    }

    private static boolean isKept(Plans.Duty row, List<Change<PlannedTask, Plans.TaskRow>> changes) {
        return changes.stream().anyMatch(change -> change.kind() == ChangeKind.UNCHANGED && change.before() != null
                && Wording.same(change.before().title(), row.text()));
    }

    private static double likeness(Change<PlannedTask, Plans.TaskRow> removed, Plans.Duty row) {
        var before = removed.before();
        var alike = before == null ? 0 : Wording.of(before.title()).likeness(Wording.of(row.text()));
        return alike >= MUCH_ALIKE ? alike : 0;
    }

    private static Change<PlannedTask, Plans.TaskRow> changed(String key, PlannedTask before, Plans.Duty said) {
        var row = new Plans.TaskRow(
                key, before.ordinal(), said.text(), said.lead(), List.of(), before.product(), before.budgetVnd(), before.due(), null, false, true, 1,
                null, said.source());
        return new Change<>(key, ChangeKind.CHANGED, List.of("title"), before, row);
    }
}
