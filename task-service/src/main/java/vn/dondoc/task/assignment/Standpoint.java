package vn.dondoc.task.assignment;

import java.util.List;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;

/**
 * How somebody stands to a task.
 *
 * @param lead works in a unit that leads it, in a position that acts
 * @param standing holds a position of the standing unit of its commune
 * @param leader is a leader of its commune
 * @param coordinating works in a unit that coordinates it, in a position that acts
 * @param units the lead units that {@code lead} is about
 */
public record Standpoint(boolean lead, boolean standing, boolean leader, boolean coordinating, List<UnitId> units) {

    public Standpoint {
        units = List.copyOf(units);
    }

    /** Of somebody who does not coordinate. */
    public Standpoint(boolean lead, boolean standing, boolean leader, List<UnitId> units) {
        this(lead, standing, leader, false, units);
    }

    /** Towards a task that one unit leads. */
    public Standpoint(boolean lead, boolean standing, boolean leader, boolean coordinating) {
        this(lead, standing, leader, coordinating, List.of());
    }

    /** Towards a task that one unit leads, of somebody who does not coordinate. */
    public Standpoint(boolean lead, boolean standing, boolean leader) {
        this(lead, standing, leader, false, List.of());
    }

    public static Standpoint of(Caller caller, Assignment assignment) {
        return new Standpoint(
                caller.worksIn(assignment.planned().lead()),
                caller.isIn(assignment.commune(), Role.COMMUNE_STANDING),
                caller.isIn(assignment.commune(), Role.COMMUNE_LEADER),
                caller.worksIn(assignment.planned().coordinating()),
                assignment.planned().lead().stream().filter(unit -> caller.worksIn(List.of(unit))).toList());
    }
}
