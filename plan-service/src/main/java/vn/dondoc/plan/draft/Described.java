package vn.dondoc.plan.draft;

import java.util.HashSet;
import vn.dondoc.contracts.api.DraftAct.DescribeTargets;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

/** Targets with who answers for them, where their figures come from and how often. */
final class Described {

    private final BrokenRules broken;

    Described(BrokenRules broken) {
        this.broken = broken;
    }

    interface Names {

        String of(UnitId unit);
    }

    Plans.Content described(Plans.Content was, DescribeTargets act, Names names) {
        var wanted = new HashSet<>(act.rows());
        var found = was.targets().stream().filter(row -> wanted.contains(row.row())).count();
        if (!(broken.require(act.all() || !wanted.isEmpty(), "rows", "SELECTION_EMPTY")
                & broken.require(act.all() || found == wanted.size(), "rows", "ROW_UNKNOWN"))) {
            return was;
        }
        return Rows.withTargets(was, Rows.each(was.targets(), row -> {
            if (act.all() ? row.dropped() : !wanted.contains(row.row())) {
                return row;
            }
            var owner = act.owner();
            var source = act.dataSource();
            return Rows.target(
                    row, owner == null ? row.owner() : new Plans.NamedUnit(names.of(owner), owner, java.util.List.of()),
                    source == null || source.isBlank() ? row.dataSource() : source.strip(), act.rhythm() == null ? row.rhythm() : act.rhythm());
        }));
    }
}
