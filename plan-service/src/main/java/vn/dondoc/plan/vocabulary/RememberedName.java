package vn.dondoc.plan.vocabulary;

import java.util.List;
import java.util.Map;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** A name of a commune's documents and the units a person said it stands for; {@code key} is the name as it is compared. */
record RememberedName(String id, UnitId province, UnitId commune, String key, String name, List<UnitId> units) {

    Decision<RememberedName> remembered() {
        return Decision.accept(this, fact());
    }

    Decision<RememberedName> nowFor(List<UnitId> others) {
        if (others.equals(units)) {
            return Decision.unchanged();
        }
        return new RememberedName(id, province, commune, key, name, others).remembered();
    }

    private Fact fact() {
        return Fact.internal("UnitNameRemembered", commune, Map.of("name", name, "units", units.stream().map(UnitId::value).toList()));
    }
}
