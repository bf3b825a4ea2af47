package vn.dondoc.notification.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Gaps;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.check.SelfCheck;

/** What is owed by units in which nobody holds a post, and messages that found nobody at all. */
@Component
class AddresseeCheck implements SelfCheck {

    private final GapSearch gaps;

    AddresseeCheck(GapSearch gaps) {
        this.gaps = gaps;
    }

    @Override
    public String name() {
        return "addressees";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        if (provinces.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Finding>();
        var empty = gaps.within(new Branch(provinces, Set.of(), Set.of())).stream().filter(gap -> gap.kind() == Gaps.Kind.NOBODY_IN_UNIT).toList();
        if (!empty.isEmpty()) {
            found.add(new Finding(
                    "OBLIGATION_WITHOUT_RECIPIENT", Severity.CRITICAL, empty.stream().mapToLong(Gaps.Gap::open).sum(),
                    empty.stream().map(gap -> gap.unitName() + ", " + gap.placeName()).limit(EXAMPLES).toList(), null));
        }
        var unaddressed = gaps.unaddressed(provinces);
        if (unaddressed > 0) {
            found.add(new Finding("MESSAGE_WITHOUT_RECIPIENT", Severity.WARNING, unaddressed, List.of(), null));
        }
        return found;
    }
}
