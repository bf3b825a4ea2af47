package vn.dondoc.platform.access;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;

/** How wide the branch of a position is: what it reads goes as far, what it may do there its role says. */
public enum Breadth {
    PROVINCE,
    COMMUNE,
    UNIT,
    /** A role of a commune that was given outside of any. */
    NOTHING;

    /** @param commune that the unit of the position lies in; null for the province and its departments */
    public static Breadth of(Role role, @Nullable UnitId commune) {
        return switch (role) {
            case PROVINCE_ADMINISTRATOR, PROVINCE_STANDING, PROVINCE_VIEWER -> PROVINCE;
            case INSPECTION -> commune == null ? PROVINCE : COMMUNE;
            case COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, COMMUNE_STANDING -> commune == null ? NOTHING : COMMUNE;
            case UNIT_HEAD, OFFICER, VILLAGE_HEAD -> UNIT;
        };
    }
}
