package vn.dondoc.contracts.event;

import vn.dondoc.contracts.id.InvitationId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** What happened to people; ids only, names and contacts stay where they are kept. */
public sealed interface PersonEvent extends DomainEvent {

    /**
     * Somebody was invited, or invited once more, and waits for a link.
     *
     * @param commune of the position, or its province where it has none
     */
    record PersonInvited(InvitationId invitation, PositionId position, UnitId commune) implements PersonEvent {}
}
