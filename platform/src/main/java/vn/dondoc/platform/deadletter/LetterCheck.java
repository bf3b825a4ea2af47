package vn.dondoc.platform.deadletter;

import java.util.List;
import java.util.Set;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.check.SelfCheck;

/** Whether records that could not be read wait for a decision. */
final class LetterCheck implements SelfCheck {

    private final DeadLetterBox box;
    private final LetterBorder border;

    LetterCheck(DeadLetterBox box, LetterBorder border) {
        this.box = box;
        this.border = border;
    }

    @Override
    public String name() {
        return "dead letters";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        var without = provinces.isEmpty() ? List.<String>of() : border.foreign(box.keys(), provinces);
        var open = box.count(DeadLetterBox.OPEN, without);
        if (open == 0) {
            return List.of();
        }
        var kinds = box.list(DeadLetterBox.OPEN, without, 0, EXAMPLES).stream().map(letter -> letter.getString("error")).distinct().toList();
        return List.of(new Finding("DEAD_LETTERS", Severity.WARNING, open, kinds, null));
    }
}
