package vn.dondoc.plan.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.PersonEvent;
import vn.dondoc.contracts.id.InvitationId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * Somebody was invited to a position. Who that is, the people know; here is an opaque id, and of the links only what they are compared by.
 *
 * @param accepted the person was here since
 */
record Invitation(
        InvitationId id, PersonId person, PositionId position, UnitId province, @Nullable UnitId commune, Instant at, List<Link> links, boolean accepted) {

    /** One that failed on its way is followed by another; both may still be opened. */
    private static final int MOST_LINKS = 5;

    Invitation {
        links = List.copyOf(links);
    }

    /** A link that was handed out. */
    record Link(String hash, Instant expires) {}

    static Decision.Accepted<Invitation> of(InvitationId id, PersonId person, PositionId position, UnitId province, @Nullable UnitId commune, Instant at) {
        var invitation = new Invitation(id, person, position, province, commune, at, List.of(), false);
        return new Decision.Accepted<>(invitation, List.of(invitation.told()));
    }

    private Fact told() {
        return Fact.of(new PersonEvent.PersonInvited(id, position, area()), area());
    }

    /** Told once more, so that another link is sent. */
    Decision<Invitation> again() {
        return accepted ? Decision.refuse(409, "INVITATION_ACCEPTED") : Decision.accept(this, told());
    }

    /** The same link again changes nothing. */
    Decision<Invitation> handedOut(Link link) {
        if (link(link.hash()).isPresent()) {
            return Decision.unchanged();
        }
        var all = new ArrayList<>(links.subList(Math.max(0, links.size() - MOST_LINKS + 1), links.size()));
        all.add(link);
        return Decision.accept(new Invitation(id, person, position, province, commune, at, all, accepted),
                Fact.internal("InvitationLinkMade", area(), Map.of("expires", link.expires().toString())));
    }

    Decision<Invitation> accept() {
        return accepted ? Decision.unchanged()
                : Decision.accept(new Invitation(id, person, position, province, commune, at, links, true), Fact.internal("InvitationAccepted", area(), Map.of()));
    }

    Optional<Link> link(String hash) {
        return links.stream().filter(one -> one.hash().equals(hash)).findFirst();
    }

    private UnitId area() {
        return commune == null ? province : commune;
    }
}
