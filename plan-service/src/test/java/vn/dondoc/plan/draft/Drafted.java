package vn.dondoc.plan.draft;

import java.util.List;
import org.springframework.context.support.StaticMessageSource;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.reading.Reading;

/** The draft that a reading becomes in a commune whose directory is empty. */
public final class Drafted {

    private Drafted() {}

    public static Plans.Content of(Reading reading) {
        var commune = new UnitId("xa");
        var unit = new UnitState(commune, "Xã Thượng Thử", List.of(), UnitKind.COMMUNE, new UnitId("tinh"), commune, new UnitId("tinh"), false, true);
        var messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new Drafting(new UnitNames(unit, List.of()), new Places(messages)).content(reading);
    }
}
