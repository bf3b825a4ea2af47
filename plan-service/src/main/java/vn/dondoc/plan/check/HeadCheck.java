package vn.dondoc.plan.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.check.SelfCheck;

/** Units in which nobody holds a post that leads: nobody signs for them, and reminders go past them. */
@Component
class HeadCheck implements SelfCheck {

    private static final Set<Role> LEADING = EnumSet.of(
            Role.UNIT_HEAD, Role.VILLAGE_HEAD, Role.COMMUNE_LEADER, Role.COMMUNE_STANDING, Role.PROVINCE_STANDING, Role.COMMUNE_ADMINISTRATOR, Role.PROVINCE_ADMINISTRATOR);

    private final Directory directory;

    HeadCheck(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "heads";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        var without = provinces.stream().flatMap(province -> unitsUnder(directory, province)).filter(unit -> unit.parent() != null)
                .filter(unit -> directory.positionsIn(unit.id()).stream().noneMatch(HeadCheck::leads))
                .map(unit -> told(directory, unit)).sorted().toList();
        return without.isEmpty() ? List.of()
                : List.of(new Finding("UNIT_WITHOUT_HEAD", Severity.WARNING, without.size(), without.stream().limit(EXAMPLES).toList(), null));
    }

    /** Whoever is there for a programme only does not lead the unit. */
    private static boolean leads(PositionState position) {
        return position.holder() != null && position.scope() == null && LEADING.contains(position.role());
    }

    /** The active units of a province: its own, its communes and theirs. */
    static Stream<UnitState> unitsUnder(Directory directory, UnitId province) {
        var communes = directory.below(province).stream().filter(unit -> unit.id().equals(unit.commune()));
        return Stream.concat(directory.unitsOf(province).stream(), communes.flatMap(commune -> directory.unitsOf(commune.id()).stream()));
    }

    /** Thôn Một, Xã Hạ Vân */
    static String told(Directory directory, UnitState unit) {
        var commune = unit.commune();
        return commune == null || commune.equals(unit.id()) ? unit.name() : unit.name() + ", " + directory.nameOf(commune);
    }
}
