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
 * @param giver decides on what its lead units send: of a part that was given on whoever leads its whole, of other tasks the leaders, and
 *     the standing unit where it does not lead it itself
 */
public record Standpoint(boolean lead, boolean standing, boolean leader, boolean coordinating, List<UnitId> units, boolean giver) {

    public Standpoint {
        units = List.copyOf(units);
    }

    /** To a task of a plan. */
    public Standpoint(boolean lead, boolean standing, boolean leader, boolean coordinating, List<UnitId> units) {
        this(lead, standing, leader, coordinating, units, leader || standing && !lead);
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
        var toTask = new Standpoint(
                caller.worksIn(assignment.planned().lead()),
                caller.isIn(assignment.commune(), Role.COMMUNE_STANDING),
                caller.isIn(assignment.commune(), Role.COMMUNE_LEADER),
                caller.worksIn(assignment.planned().coordinating()),
                assignment.planned().lead().stream().filter(unit -> caller.worksIn(List.of(unit))).toList());
        var givers = assignment.givers();
        return givers.isEmpty()
                ? toTask
                : new Standpoint(toTask.lead, toTask.standing, toTask.leader, toTask.coordinating, toTask.units, !toTask.lead && caller.worksIn(givers));
    }
}
