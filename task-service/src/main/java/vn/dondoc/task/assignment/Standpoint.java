package vn.dondoc.task.assignment;

import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Caller;

/**
 * How somebody stands to a task.
 *
 * @param lead works in a unit that leads it, in a position that acts
 * @param standing holds a position of the standing unit of its commune
 * @param leader is a leader of its commune
 * @param giver decides on what its lead units send: of a part that was given on whoever leads its whole, of other tasks the leaders, and
 *     the standing unit where it does not lead it itself
 */
public record Standpoint(boolean lead, boolean standing, boolean leader, boolean giver) {

    /** To a task of a plan. */
    public Standpoint(boolean lead, boolean standing, boolean leader) {
        this(lead, standing, leader, leader || standing && !lead);
    }

    public static Standpoint of(Caller caller, Assignment assignment) {
        var toTask = new Standpoint(
                caller.worksIn(assignment.planned().lead()),
                caller.isIn(assignment.commune(), Role.COMMUNE_STANDING),
                caller.isIn(assignment.commune(), Role.COMMUNE_LEADER));
        var givers = assignment.givers();
        return givers.isEmpty()
                ? toTask
                : new Standpoint(toTask.lead, toTask.standing, toTask.leader, !toTask.lead && caller.worksIn(givers));
    }
}
