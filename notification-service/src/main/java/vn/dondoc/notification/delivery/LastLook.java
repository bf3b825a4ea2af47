package vn.dondoc.notification.delivery;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.notification.message.Meaning;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.notification.people.PersonalAddresses;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;

/** The decision at the moment of sending: by what is known now, is the message still meant, and where does it go? */
@Component
class LastLook {

    private final Obligations obligations;
    private final Directory directory;
    private final PersonalAddresses addresses;
    private final DomainClock clock;

    LastLook(Obligations obligations, Directory directory, PersonalAddresses addresses, DomainClock clock) {
        this.obligations = obligations;
        this.directory = directory;
        this.addresses = addresses;
        this.clock = clock;
    }

    sealed interface Verdict {

        record Send(PositionState to, String mailbox) implements Verdict {

            @Override
            public String toString() {
                return "Send to " + to.id();
            }
        }

        record Drop(String reason) implements Verdict {}

        /** Not to be decided on: the copy of the organisation is too old, or nobody can say how its holder is reached. */
        record Wait() implements Verdict {}
    }

    Verdict at(Notification message) {
        var obligation = obligations.find(message.cause().kind(), message.cause().obligation());
        var lost = obligation.flatMap(now -> Meaning.lost(message.cause(), now, clock.today()));
        if (lost.isPresent()) {
            return new Verdict.Drop(lost.get());
        }
        if (!directory.isFresh()) {
            return new Verdict.Wait();
        }
        var position = directory.position(message.to().position()).flatMap(this::present);
        if (position.isEmpty()) {
            return new Verdict.Drop("POSITION_GONE");
        }
        if (obligation.filter(now -> !isFor(message, position.get(), now)).isPresent()) {
            return new Verdict.Drop("NOT_RESPONSIBLE_ANY_MORE");
        }
        return mailboxOf(position.get()).<Verdict>map(mailbox -> new Verdict.Send(position.get(), mailbox))
                .orElseGet(() -> toTheHolder(position.get()));
    }

    /** A position without a mailbox is reached by whoever holds it. */
    private Verdict toTheHolder(PositionState position) {
        var holder = position.holder();
        return switch (holder == null ? new PersonalAddresses.Address.Unknown() : addresses.of(holder)) {
            case PersonalAddresses.Address.Known(var mail) -> new Verdict.Send(position, mail);
            case PersonalAddresses.Address.Unknown _ -> new Verdict.Drop("NO_MAILBOX");
            case PersonalAddresses.Address.Away _ -> new Verdict.Wait();
        };
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

    /** A position that stayed behind in a merged unit is no more; where the unit that took over has the like, that one is written to. */
    private Optional<PositionState> present(PositionState position) {
        if (directory.unit(position.unit()).filter(UnitState::active).isPresent()) {
            return Optional.of(position);
        }
        var heir = directory.heirOf(position.unit());
        return directory.positionsIn(heir).stream()
                .filter(other -> directory.unit(heir).filter(UnitState::active).isPresent())
                .filter(other -> other.role() == position.role() && mailboxOf(other).isPresent())
                .findFirst();
    }

    private static Optional<String> mailboxOf(PositionState position) {
        return Optional.ofNullable(position.mailbox()).map(String::strip).filter(mailbox -> !mailbox.isEmpty());
    }
}
