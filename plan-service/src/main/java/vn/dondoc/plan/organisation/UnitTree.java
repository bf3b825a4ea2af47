package vn.dondoc.plan.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

/** The units as they would be after an import, and whether they fit together. */
final class UnitTree {

    private static final Set<UnitKind> COMMUNES = Set.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    private final Map<UnitId, UnitState> stored = new HashMap<>();
    private final Map<UnitId, UnitState> units = new HashMap<>();
    private final List<UnitEntries.Placed> placed;

    UnitTree(Collection<UnitState> stored, List<UnitEntries.Placed> placed) {
        this.placed = placed;
        stored.forEach(unit -> this.stored.put(unit.id(), unit));
        units.putAll(this.stored);
        placed.forEach(one -> units.put(one.unit().id(), one.unit()));
    }

    Optional<UnitState> unit(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    /** What is wrong with the units of the body. */
    void check(BrokenRules broken) {
        for (var one : placed) {
            checkPlace(one.field(), one.unit(), broken);
        }
        checkStanding(broken);
    }

    private void checkPlace(String field, UnitState unit, BrokenRules broken) {
        var before = stored.get(unit.id());
        broken.require(before == null || before.province().equals(unit.province()), field + ".province", "PROVINCE_CHANGED");
        broken.require(before == null || before.successor() == null || !unit.active(), field + ".active", "UNIT_MERGED", unit.name());
        if (unit.kind() == UnitKind.PROVINCE) {
            broken.require(unit.parent() == null, field + ".parent", "PROVINCE_HAS_NO_PARENT");
            broken.require(unit.commune() == null, field + ".commune", "COMMUNE_NOT_HERE");
            broken.require(unit.province().equals(unit.id()), field + ".province", "PROVINCE_UNKNOWN", unit.province());
            return;
        }
        var province = units.get(unit.province());
        broken.require(province != null && province.kind() == UnitKind.PROVINCE, field + ".province", "PROVINCE_UNKNOWN", unit.province());
        var parent = unit.parent() == null ? null : units.get(unit.parent());
        broken.require(!unit.active() || !isMerged(unit.parent()), field + ".parent", "UNIT_MERGED", String.valueOf(unit.parent()));
        if (parent == null) {
            broken.add(field + ".parent", "PARENT_UNKNOWN", String.valueOf(unit.parent()));
        } else if (!reachesTop(unit)) {
            broken.add(field + ".parent", "PARENT_CYCLE", unit.id());
        } else {
            broken.require(parent.province().equals(unit.province()), field + ".parent", "PARENT_ELSEWHERE");
            checkCommune(field, unit, parent, broken);
        }
    }

    /** Whether the unit was merged into another, as it is stored: a body says nothing of that. */
    boolean isMerged(@Nullable UnitId unit) {
        var known = unit == null ? null : stored.get(unit);
        return known != null && known.successor() != null;
    }

    private void checkCommune(String field, UnitState unit, UnitState parent, BrokenRules broken) {
        if (COMMUNES.contains(unit.kind())) {
            broken.require(unit.id().equals(unit.commune()), field + ".commune", "COMMUNE_IS_ITSELF");
            broken.require(parent.kind() == UnitKind.PROVINCE, field + ".parent", "COMMUNE_BELOW_PROVINCE");
            return;
        }
        if (unit.kind() == UnitKind.DEPARTMENT) {
            broken.require(unit.commune() == null, field + ".commune", "COMMUNE_NOT_HERE");
        }
        broken.require(unit.kind() != UnitKind.VILLAGE || unit.commune() != null, field + ".commune", "COMMUNE_MISSING");
        broken.require(same(parent.commune(), unit.commune()), field + ".commune", "COMMUNE_NOT_OF_PARENT");
    }

    private static boolean same(@Nullable UnitId one, @Nullable UnitId other) {
        return one == null ? other == null : one.equals(other);
    }

    private boolean reachesTop(UnitState from) {
        var passed = new HashSet<UnitId>();
        var unit = from;
        while (unit != null && unit.parent() != null) {
            if (!passed.add(unit.id())) {
                return false;
            }
            unit = units.get(unit.parent());
        }
        return true;
    }

    /** At most one standing unit for each commune, and one for the province. */
    private void checkStanding(BrokenRules broken) {
        var standing = new HashMap<UnitId, UnitId>();
        var ofBody = new HashSet<UnitId>();
        placed.forEach(one -> ofBody.add(one.unit().id()));
        units.values().stream()
                .filter(unit -> isStanding(unit) && !ofBody.contains(unit.id()))
                .forEach(unit -> standing.put(area(unit), unit.id()));
        for (var one : placed) {
            var other = isStanding(one.unit()) ? standing.putIfAbsent(area(one.unit()), one.unit().id()) : null;
            broken.require(other == null, one.field() + ".standing", "STANDING_TWICE", String.valueOf(other));
        }
    }

    private static boolean isStanding(UnitState unit) {
        return unit.standing() && unit.active();
    }

    /** The commune, or the province where there is none. */
    static UnitId area(UnitState unit) {
        return unit.commune() == null ? unit.province() : unit.commune();
    }
}
