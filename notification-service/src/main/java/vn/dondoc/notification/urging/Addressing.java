package vn.dondoc.notification.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;

/** Whom a letter goes to: within a commune the units that answer, from the province the commune, or its own offices. */
final class Addressing {

    private Addressing() {}

    /** @param issuer the commune whose letter it is; null for one of the province */
    static List<UnitId> of(List<UnitId> responsible, @Nullable UnitId issuer, Directory directory) {
        return responsible.stream().map(directory::heirOf).map(unit -> {
            var commune = directory.unit(unit).map(UnitState::commune).orElse(null);
            return issuer == null && commune != null ? commune : unit;
        }).distinct().toList();
    }
}
