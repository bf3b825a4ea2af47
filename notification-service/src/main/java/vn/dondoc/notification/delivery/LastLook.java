package vn.dondoc.notification.delivery;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.channel.Carrier;
import vn.dondoc.notification.message.Meaning;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.people.PersonalAddresses;
import vn.dondoc.notification.preference.Choices;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Successors;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;

/** The decision at the moment of sending: by what is known now, is the message still meant, and where does it go? */
@Component
class LastLook {

    /** Nobody holds the position, and it has no mailbox of its own. */
    static final String VACANT = "POSITION_VACANT";
    static final String NO_MAILBOX = "NO_MAILBOX";

    private final Directory directory;
    private final PersonalAddresses addresses;
    private final Choices choices;
    private final DomainClock clock;

    LastLook(Directory directory, PersonalAddresses addresses, Choices choices, DomainClock clock) {
        this.directory = directory;
        this.addresses = addresses;
        this.choices = choices;
        this.clock = clock;
    }

    sealed interface Whereto {

        /** @param address empty where the channel needs none */
        record There(PositionState to, String address) implements Whereto {

            @Override
            public String toString() {
                return "There: " + to.id();
            }
        }

        record Nowhere(String reason) implements Whereto {}

        /** Nobody can say now how the holder is reached. */
        record NotKnownNow() implements Whereto {}
    }

    /** Whether the copy of the organisation is new enough to decide by. */
    boolean isFresh() {
        return directory.isFresh();
    }

    /** Whether nobody is there any more, or for now, to read what was meant for that position; others may have to be told then. */
    boolean isLeft(PositionId id) {
        return present(id).map(position -> position.id().equals(id) && (position.holder() == null || isStoodInFor(position))).orElse(true);
    }

    private boolean isStoodInFor(PositionState position) {
        var absence = position.absence();
        return absence != null && absence.deputy() != null && absence.covers(clock.today());
    }

    /** Why its step has lost its meaning; null while it has one. */
    @Nullable String pointless(Notification message, @Nullable Obligation now) {
        return now == null ? null : Meaning.lost(message.cause(), now, clock.today()).orElse(null);
    }

    /** Why it is not for its position any more, by a fresh copy of the organisation; null while it is. */
    @Nullable String misplaced(Notification message, @Nullable Obligation now) {
        var position = present(message.to().position());
        if (position.isEmpty()) {
            return "POSITION_GONE";
        }
        return now == null || isFor(message, position.get(), now) ? null : "NOT_RESPONSIBLE_ANY_MORE";
    }

    /** Whether everybody who holds one of them wants nothing of that urgency to be sent; what is critical is wanted by all. */
    boolean isMuted(List<PositionId> positions, Urgency urgency) {
        var holders = positions.stream().flatMap(position -> present(position).stream()).map(PositionState::holder).toList();
        return !holders.isEmpty() && holders.stream().allMatch(holder -> holder != null && choices.of(holder).mutes(urgency));
    }

    /** The first of those positions that is reached as the channel needs it. */
    Whereto whereto(List<PositionId> positions, Carrier.Needs needs) {
        var there = positions.stream().flatMap(position -> present(position).stream()).toList();
        if (there.isEmpty()) {
            return new Whereto.Nowhere("POSITION_GONE");
        }
        return switch (needs) {
            case NOTHING -> new Whereto.There(there.getFirst(), "");
            case MAILBOX -> there.stream().filter(position -> mailboxOf(position).isPresent()).findFirst()
                    .<Whereto>map(position -> new Whereto.There(position, mailboxOf(position).orElseThrow()))
                    .orElseGet(() -> toTheHolder(there, addresses::of, NO_MAILBOX));
            case PHONE -> toTheHolder(there, addresses::phoneOf, "NO_PHONE");
        };
    }

    /** A position without a mailbox, or on the telephone, is reached by whoever holds it. */
    private static Whereto toTheHolder(List<PositionState> positions, java.util.function.Function<PersonId, PersonalAddresses.Address> asked, String none) {
        for (var position : positions) {
            var holder = position.holder();
            switch (holder == null ? new PersonalAddresses.Address.Unknown() : asked.apply(holder)) {
                case PersonalAddresses.Address.Known(var address) -> {
                    return new Whereto.There(position, address);
                }
                case PersonalAddresses.Address.Away _ -> {
                    return new Whereto.NotKnownNow();
                }
                case PersonalAddresses.Address.Unknown _ -> { }
            }
        }
        return new Whereto.Nowhere(positions.stream().allMatch(position -> position.holder() == null) ? VACANT : none);
    }

    /** Whoever was told as responsible still is, or stands in for who is, unless the message went up to them. */
    private boolean isFor(Notification message, PositionState position, Obligation now) {
        var audience = message.to().audience();
        var asResponsible = audience == Audience.RESPONSIBLE || audience == Audience.HEAD;
        if (!asResponsible || message.to().insteadOf() != null) {
            return true;
        }
        var responsible = now.responsible().stream().map(directory::heirOf).toList();
        return responsible.contains(position.unit()) || directory.deputisedBy(position.id()).stream()
                .anyMatch(absent -> absent.absence() != null && absent.absence().covers(clock.today()) && responsible.contains(absent.unit()));
    }

    private Optional<PositionState> present(PositionId id) {
        return Successors.present(directory, id);
    }

    private static Optional<String> mailboxOf(PositionState position) {
        return Successors.mailboxOf(position);
    }
}
