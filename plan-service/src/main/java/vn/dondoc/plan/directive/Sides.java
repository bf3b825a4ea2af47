package vn.dondoc.plan.directive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;

/** From which sides a caller may give directives, and to whom from each: the rule of who gives what to whom, in one place. */
@Component
public class Sides {

    private final Directory directory;

    Sides(Directory directory) {
        this.directory = directory;
    }

    /**
     * A position from which directives are given.
     *
     * @param commune null for the province and its departments
     * @param giver the unit in whose name it is done
     * @param decider the unit that decides on the parts; null where whoever decides on tasks of the commune's plans does
     * @param head it is that of a head, who gives to the units below and to nobody else
     */
    public record Side(
            UnitId province, @Nullable UnitId commune, UnitId giver, @Nullable UnitId decider, boolean head, Map<UnitId, UnitState> reach) {

        public boolean reaches(Collection<UnitId> units) {
            return reach.keySet().containsAll(units);
        }
    }

    /** Those of all positions that the caller holds, the widest first. */
    public List<Side> of(Caller caller) {
        var sides = new ArrayList<Side>();
        for (var held : caller.held().stream().filter(Caller.Held::isForAll).toList()) {
            var unit = held.unit();
            var commune = unit.commune();
            switch (held.position().role()) {
                case PROVINCE_STANDING -> sides.add(new Side(
                        unit.province(), null, unit.id(), unit.id(), false,
                        byId(directory.below(unit.province()).stream().filter(below -> below.commune() == null
                                ? !below.id().equals(unit.id())
                                : below.id().equals(below.commune()) && directory.standingUnitOf(below.id()).isPresent()))));
                case COMMUNE_LEADER, COMMUNE_STANDING -> {
                    if (commune != null) {
                        sides.add(new Side(unit.province(), commune, unit.id(), null, false, byId(directory.unitsOf(commune).stream()
                                .filter(other -> !other.id().equals(commune) && !other.id().equals(unit.id())))));
                    }
                }
                case UNIT_HEAD -> sides.add(new Side(unit.province(), commune, unit.id(), unit.id(), true, byId(directory.subtree(unit.id()).stream()
                        .flatMap(below -> directory.unit(below).stream())
                        .filter(below -> below.active() && !below.id().equals(unit.id()) && below.area().equals(unit.area())))));
                default -> { }
            }
        }
        sides.sort(Comparator.comparingInt((Side side) -> side.reach().size()).reversed());
        return sides;
    }

    /** The side from which all of those are reached; else the widest one. */
    Optional<Side> reaching(Caller caller, Collection<UnitId> units) {
        var sides = of(caller);
        return sides.stream().filter(side -> side.reaches(units)).findFirst().or(() -> sides.stream().findFirst());
    }

    /** The side from which the caller changes that directive: of the unit that gave it, or of those who decide for the same commune. */
    Optional<Side> of(Caller caller, Directive directive) {
        var giver = directory.heirOf(directive.giver());
        return of(caller).stream()
                .filter(side -> side.giver().equals(giver) || directive.commune() != null && directive.decider() == null
                        && side.decider() == null && directive.commune().equals(side.commune()))
                .findFirst();
    }

    /** Whom it is given to, and who answers for it there: for a commune its standing unit. What departments do stands with the province. */
    Directive.Addressed addressed(UnitState unit) {
        var lead = unit.id().equals(unit.commune()) ? directory.standingUnitOf(unit.id()).orElse(unit) : unit;
        return new Directive.Addressed(unit.id(), lead.id(), unit.area());
    }

    private static Map<UnitId, UnitState> byId(Stream<UnitState> units) {
        var byId = new HashMap<UnitId, UnitState>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        return Map.copyOf(byId);
    }
}
