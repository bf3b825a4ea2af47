package vn.dondoc.task.assignment;

import java.util.List;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;

/**
 * How somebody stands to a task.
 *
 * @param lead works in a unit that leads it, in a position that acts
 * @param standing holds a position of the standing unit of its commune
 * @param leader is a leader of its commune
 * @param coordinating works in a unit that coordinates it, in a position that acts
 * @param units the lead units that {@code lead} is about
 * @param giver decides on what its lead units send: of a part that was given on whoever leads its whole, of other tasks the leaders and
 *     the standing unit, each where no unit leads it that they work in, and whom the commune named; of a part within a unit its head as well, and
 *     nobody on what they were given to do themselves
 * @param sender sent what is to be decided on: a leader of work that the commune leads as a whole, anybody of what was given within the own unit
 * @param doer it is theirs to open: they hold the position that it was given to, or lead its unit while nobody does; of what a unit does as a whole
 *     whoever {@code lead} is about
 */
public record Standpoint(boolean lead, boolean standing, boolean leader, boolean coordinating, List<UnitId> units, boolean giver, boolean sender, boolean doer) {

    public Standpoint {
        units = List.copyOf(units);
    }

    /** Of somebody who did not send what is to be decided on. */
    public Standpoint(boolean lead, boolean standing, boolean leader, boolean coordinating, List<UnitId> units, boolean giver) {
        this(lead, standing, leader, coordinating, units, giver, false, lead);
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

    /** @param directory of which units people and positions are now */
    public static Standpoint of(Caller whoever, Assignment assignment, Directory directory) {
        var particulars = assignment.particulars();
        var caller = whoever.actingOn(particulars == null ? null : particulars.programme());
        var leads = assignment.planned().lead();
        var lead = caller.worksIn(leads);
        var standing = caller.isIn(assignment.commune(), Role.COMMUNE_STANDING);
        var leader = caller.isIn(assignment.commune(), Role.COMMUNE_LEADER);
        // What the commune leads as a whole is decided by its leaders, but not by the one who sent it; what a unit leads in which one of them works, by the others
        var own = caller.worksIn(leads.stream().filter(unit -> !unit.equals(assignment.commune())).toList());
        var givers = assignment.givers();
        var named = caller.decidesIn(assignment.commune()) && !caller.worksIn(leads);
        var doer = lead && Doing.isFor(caller, assignment, directory);
        var within = assignment.isWithinUnit();
        var above = givers.isEmpty() ? leader && !own || standing && !lead || named : !lead && caller.worksIn(givers);
        var giver = !Doing.isGivenTo(caller, assignment) && (above || within && caller.leadsIn(leads));
        var sender = (within || leader && leads.contains(assignment.commune())) && whoever.person().equals(assignment.sentBy());
        return new Standpoint(
                lead, standing, leader, caller.worksIn(assignment.planned().coordinating()),
                leads.stream().filter(unit -> caller.worksIn(List.of(unit))).toList(), giver, sender, doer);
    }
}
