package vn.dondoc.platform.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.dondoc.contracts.event.BodyState;
import vn.dondoc.contracts.event.CalendarState;
import vn.dondoc.contracts.event.Depth;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** This service's copy of the organisation, as of the newest record it has read. */
public interface Directory {

    Optional<UnitState> unit(UnitId id);

    /** Its name; its id where the copy does not know it yet. */
    default String nameOf(UnitId id) {
        return unit(id).map(UnitState::name).orElse(id.value());
    }

    /** The unit that took over in the end where it was merged; else the unit itself, also one that is not known. */
    default UnitId heirOf(UnitId id) {
        var passed = new HashSet<UnitId>();
        var heir = id;
        while (passed.add(heir)) {
            var successor = unit(heir).map(UnitState::successor).orElse(null);
            if (successor == null) {
                return heir;
            }
            heir = successor;
        }
        return heir;
    }

    Optional<PositionState> position(PositionId id);

    /** The positions a person holds now. */
    List<PositionState> heldBy(PersonId person);

    /** The positions that position stands in for, now or at another time. */
    List<PositionState> deputisedBy(PositionId deputy);

    /** The positions in a unit, also the vacant ones. */
    List<PositionState> positionsIn(UnitId unit);

    /** The active units of a commune, or those of a province that lie in none of its communes; itself included. */
    Collection<UnitState> unitsOf(UnitId area);

    /** The active units directly below the province: communes and departments. */
    Collection<UnitState> below(UnitId unit);

    /** The unit and all below it. */
    Set<UnitId> subtree(UnitId unit);

    /** The standing unit of a commune, or of a province. */
    default Optional<UnitState> standingUnitOf(UnitId area) {
        return unitsOf(area).stream().filter(UnitState::standing).findFirst();
    }

    /** A committee, working group or programme, also one that was dissolved. */
    default Optional<BodyState> body(BodyId id) {
        return Optional.empty();
    }

    Optional<CalendarState> calendar(UnitId province, int year);

    /** What that province or commune decided itself. */
    Optional<SettingsState> ownSettings(UnitId unit);

    /** How a commune keeps time, every part decided: by itself, by its province, or by nobody. */
    default SettingsState settings(UnitId commune, UnitId province) {
        var defaults = SettingsState.defaultsOf(commune);
        var above = ownSettings(province).map(own -> own.over(defaults)).orElse(defaults);
        return ownSettings(commune).orElse(above).over(above);
    }

    /** How deep a province sees what is its communes' own. */
    default Depth depth(UnitId province) {
        return ownSettings(province).map(SettingsState::depth).orElse(Depth.ALL);
    }

    /** The bodies of a commune or province that are not dissolved: committees, working groups, programmes. */
    default Collection<BodyState> bodiesOf(UnitId area) {
        return List.of();
    }

    boolean isEmpty();

    /** Whether the copy was compared with the end of the topic lately; decisions on rights are refused when it was not. */
    boolean isFresh();
}
