package vn.dondoc.testing.sample;

import java.util.List;
import vn.dondoc.contracts.event.OrganisationEvent;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** Has a state in the compacted topic. */
public record Place(String id, String name) {

    public static Decision<Place> register(String id, String name) {
        var place = new Place(id, name);
        return Decision.accept(place, Fact.of(new OrganisationEvent.UnitRegistered(place.asUnit()), id));
    }

    public Decision<Place> rename(String other) {
        var place = new Place(id, other);
        return Decision.accept(place, Fact.of(new OrganisationEvent.UnitRenamed(place.asUnit()), id));
    }

    private UnitState asUnit() {
        return new UnitState(new UnitId(id), name, List.of(), UnitKind.OFFICE, null, null, new UnitId("tinh"), false, true);
    }
}
