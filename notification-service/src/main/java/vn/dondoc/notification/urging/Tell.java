package vn.dondoc.notification.urging;

import java.util.List;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.rule.Occasion;

/** Somebody is still to be told of it. */
record Tell(Occasion occasion, List<UnitId> units) {

    Tell {
        units = List.copyOf(units);
    }
}
