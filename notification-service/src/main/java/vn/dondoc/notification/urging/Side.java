package vn.dondoc.notification.urging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;

/**
 * From where letters are written.
 *
 * @param commune null for the province
 * @param area the commune or the province, in whose name it is done
 * @param desk the unit of whoever writes
 */
record Side(UnitId province, @Nullable UnitId commune, UnitId area, UnitId desk) {

    /** Those of all positions that the caller holds: the standing unit and leaders of a commune, the standing unit of a province. */
    static List<Side> of(Caller caller) {
        return caller.held().stream().filter(Caller.Held::isForAll).flatMap(held -> {
            var unit = held.unit();
            var commune = unit.commune();
            return switch (held.position().role()) {
                case COMMUNE_LEADER, COMMUNE_STANDING -> commune == null ? Stream.<Side>empty() : Stream.of(new Side(unit.province(), commune, commune, unit.id()));
                case PROVINCE_STANDING -> Stream.of(new Side(unit.province(), null, unit.province(), unit.id()));
                default -> Stream.<Side>empty();
            };
        }).toList();
    }

    static Optional<Side> of(Caller caller, UnitId issuer) {
        return of(caller).stream().filter(side -> side.area().equals(issuer)).findFirst();
    }
}
