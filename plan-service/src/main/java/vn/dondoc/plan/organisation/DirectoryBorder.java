package vn.dondoc.plan.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Caller;

/**
 * Who keeps which part of the directory: the administrator of a province all of it, that of a commune what is below the commune. The
 * commune itself, its calendar and the roles of the province are the province’s.
 */
final class DirectoryBorder {

    private static final Set<UnitKind> COMMUNES = Set.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    private DirectoryBorder() {}

    static boolean mayKeep(Caller caller, UnitId province, @Nullable UnitId commune) {
        return caller.isOf(province, Role.PROVINCE_ADMINISTRATOR) || commune != null && caller.isIn(commune, Role.COMMUNE_ADMINISTRATOR);
    }

    static boolean mayKeep(Caller caller, UnitState unit) {
        return mayKeep(caller, unit.province(), unit.commune());
    }

    /** Whether the unit itself is theirs to rename, move or end. */
    static boolean mayChange(Caller caller, UnitState unit) {
        return COMMUNES.contains(unit.kind()) ? caller.isOf(unit.province(), Role.PROVINCE_ADMINISTRATOR) : mayKeep(caller, unit);
    }

    /** Names what lies beyond the border as if it were not there. */
    static void check(CheckedDirectory directory, KnownDirectory known, Caller caller, BrokenRules broken) {
        directory.units().forEach(one -> broken.require(mayChange(caller, one.unit()) || isSame(one.unit(), known) && mayKeep(caller, one.unit()),
                one.field() + ".province", "PROVINCE_UNKNOWN", one.unit().province()));
        directory.units().forEach(one -> {
            var before = known.units().get(one.unit().id());
            broken.require(before == null || mayKeep(caller, before), one.field() + ".id", "UNIT_UNKNOWN", one.unit().id());
        });
        directory.calendars().forEach(one -> broken.require(caller.isOf(one.calendar().province(), Role.PROVINCE_ADMINISTRATOR),
                one.field() + ".province", "PROVINCE_UNKNOWN", one.calendar().province()));
        directory.positions().forEach(one -> {
            var before = known.positions().get(one.position().id());
            var place = before == null ? null : known.units().get(before);
            broken.require(mayKeep(caller, one.province(), communeOf(one)) && (place == null || mayKeep(caller, place)),
                    one.field() + ".unit", "UNIT_UNKNOWN", one.position().unit());
        });
        directory.bodies().forEach(one -> broken.require(
                mayKeep(caller, one.body().province(), one.body().commune()), one.field() + ".commune", "AREA_UNKNOWN", one.body().area()));
    }

    private static @Nullable UnitId communeOf(PositionEntries.Placed one) {
        return one.area().equals(one.province()) ? null : one.area();
    }

    private static boolean isSame(UnitState unit, KnownDirectory known) {
        return unit.equals(known.units().get(unit.id()));
    }
}
