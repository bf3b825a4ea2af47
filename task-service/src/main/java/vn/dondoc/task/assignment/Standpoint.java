package vn.dondoc.task.assignment;

import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Caller;

/**
 * How somebody stands to a task.
 *
 * @param lead works in a unit that leads it, in a position that acts
 * @param standing holds a position of the standing unit of its commune
 * @param leader is a leader of its commune
 * @param coordinating works in a unit that coordinates it, in a position that acts
 */
public record Standpoint(boolean lead, boolean standing, boolean leader, boolean coordinating) {

    /** Of somebody who does not coordinate. */
    public Standpoint(boolean lead, boolean standing, boolean leader) {
        this(lead, standing, leader, false);
    }

    public static Standpoint of(Caller caller, Assignment assignment) {
        return new Standpoint(
                caller.worksIn(assignment.planned().lead()),
                caller.isIn(assignment.commune(), Role.COMMUNE_STANDING),
                caller.isIn(assignment.commune(), Role.COMMUNE_LEADER),
                caller.worksIn(assignment.planned().coordinating()));
    }
}
