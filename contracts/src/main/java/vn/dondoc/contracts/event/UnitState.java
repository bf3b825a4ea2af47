package vn.dondoc.contracts.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.UnitId;

/**
 * A unit as it is now.
 *
 * @param aliases other spellings under which plans name it ("VH-XH")
 * @param parent the unit above; null for the province
 * @param commune the commune it belongs to (itself for a commune); null for the province and its departments
 * @param standing it is the standing unit (cơ quan thường trực) of its commune, or of the province
 * @param active false once merged or closed
 * @param successor the unit it was merged into; null unless it was merged
 */
public record UnitState(
        UnitId id,
        String name,
        List<String> aliases,
        UnitKind kind,
        @Nullable UnitId parent,
        @Nullable UnitId commune,
        UnitId province,
        boolean standing,
        boolean active,
        @Nullable UnitId successor) {

    public UnitState {
        aliases = Lists.orEmpty(aliases);
    }

    /** Where its work stands in lists and topics: its commune, or the province where it lies in none. */
    public UnitId area() {
        return commune == null ? province : commune;
    }

    /** A unit that was not merged. */
    public UnitState(
            UnitId id,
            String name,
            List<String> aliases,
            UnitKind kind,
            @Nullable UnitId parent,
            @Nullable UnitId commune,
            UnitId province,
            boolean standing,
            boolean active) {
        this(id, name, aliases, kind, parent, commune, province, standing, active, null);
    }
}
