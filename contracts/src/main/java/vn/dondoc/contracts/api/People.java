package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.InvitationId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** People with their names and contacts. What is personal is masked when a record is printed, so that no log shows it. */
public final class People {

    private static final String MASKED = "•••";

    private People() {}

    /** Why names or contacts are read. */
    public enum Reason implements Coded {

        /** To show who holds a position. */
        DIRECTORY,

        /** To call or write to somebody about work. */
        URGING,

        /** To keep the data right. */
        UPKEEP,

        /** The person asked what is held. */
        REQUEST,

        /** A message is sent. */
        SENDING,

        /** An invitation is sent or opened. */
        INVITATION,

        /** A one-time code is sent. */
        SIGN_IN;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** What was done with personal data. */
    public enum Deed implements Coded {
        READ,
        ENTERED,
        CORRECTED,
        HANDED_OUT,
        LINKED,
        ERASED;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** Whom an OpenID Connect provider knows somebody as. */
    public record Identity(String issuer, String subject) {

        @Override
        public String toString() {
            return MASKED;
        }
    }

    /** Somebody known by one of the two. */
    public record Identified(@Nullable Identity identity, @Nullable String contact) {

        @Override
        public String toString() {
            return MASKED;
        }
    }

    public record Known(PersonId person) {}

    /** Whose contacts a service needs, and what for. */
    public record Asked(List<PersonId> people, Reason reason) {

        public Asked {
            people = Lists.orEmpty(people);
        }
    }

    /** How a person is reached; what is not known is left out. */
    public record Contact(PersonId person, @Nullable String name, @Nullable String phone, @Nullable String email) {

        @Override
        public String toString() {
            return person + " " + MASKED;
        }
    }

    /** Whose names are shown. */
    public record NamesAsked(List<PersonId> people) {

        public NamesAsked {
            people = Lists.orEmpty(people);
        }
    }

    public record Name(PersonId person, String name) {

        @Override
        public String toString() {
            return person + " " + MASKED;
        }
    }

    /** Invites somebody to a position, by one contact or both. */
    public record InvitationWanted(PositionId position, String name, @Nullable String phone, @Nullable String email) {

        @Override
        public String toString() {
            return position + " " + MASKED;
        }
    }

    /** Who fills the position from now on. */
    public record Invited(InvitationId invitation, PersonId person) {}

    /**
     * What is sent to an invited person.
     *
     * @param secret of the link; kept nowhere in clear
     */
    public record InvitationLink(String secret, @Nullable String name, @Nullable String phone, @Nullable String email, Instant expires) {

        @Override
        public String toString() {
            return MASKED;
        }
    }

    /** The secret of a link that was opened. */
    public record InvitationSecret(String secret) {

        @Override
        public String toString() {
            return MASKED;
        }
    }

    /**
     * What an opened link shows.
     *
     * @param communeName or that of the province, where the position is one of it
     * @param contactMasked enough to know it by, not enough to use
     */
    public record InvitationOpened(
            InvitationId invitation, PersonId person, String positionTitle, String unitName, String communeName, String contactMasked) {}

    /**
     * An invitation as whoever keeps the directory sees it.
     *
     * @param expires when the newest link ends; null before one was made
     * @param accepted the person was here
     */
    public record Invitation(
            InvitationId id, PersonId person, PositionId position, String positionTitle, UnitId unit, String unitName, Instant at, @Nullable Instant expires,
            boolean accepted, long version) {}

    /**
     * A person as those see it who may.
     *
     * @param mayCorrect the person itself, and whoever keeps the directory
     * @param mayErase whoever keeps the directory
     */
    public record Person(
            PersonId person, @Nullable String name, @Nullable String phone, @Nullable String email, boolean mayCorrect, boolean mayErase, boolean erased, long version) {

        @Override
        public String toString() {
            return person + " " + MASKED;
        }
    }

    /** The whole of what can be corrected: what is left out is not held any more. */
    public record Correction(String name, @Nullable String phone, @Nullable String email) {

        @Override
        public String toString() {
            return MASKED;
        }
    }

    /** Why somebody's data are erased. */
    public record Erasure(String reason) {}

    /**
     * One entry of the record of what was done with somebody's data.
     *
     * @param by who did it; null for a service
     * @param position in which position
     * @param service the part of the system that did it; null for people
     * @param what fields: {@code name}, {@code phone}, {@code email}, {@code identity}
     */
    public record Reading(
            Instant at, Deed deed, List<String> what, Reason reason, PersonId person, @Nullable PersonId by, @Nullable String position,
            @Nullable String service, @Nullable String note) {

        public Reading {
            what = Lists.orEmpty(what);
        }
    }

    /** A position that is held. */
    public record HeldPosition(PositionId position, String title, UnitId unit, String unitName) {}

    /**
     * All that is held on a person.
     *
     * @param since when the first of it was entered
     * @param identities the providers that are linked, by their address
     * @param until when it will be erased by itself; null while a position is held
     * @param readings the newest of what was done with it
     */
    public record Held(
            PersonId person, @Nullable String name, @Nullable String phone, @Nullable String email, List<String> identities, List<HeldPosition> positions,
            @Nullable Instant since, @Nullable LocalDate until, List<Reading> readings) {

        public Held {
            identities = Lists.orEmpty(identities);
            positions = Lists.orEmpty(positions);
            readings = Lists.orEmpty(readings);
        }

        @Override
        public String toString() {
            return person + " " + MASKED;
        }
    }

    /**
     * How long personal data are kept here.
     *
     * @param afterLastPosition days after the last position ended
     * @param readings days for which the record of readings is kept
     * @param invitationLink days for which a link is good
     */
    public record Keeping(int afterLastPosition, int readings, int invitationLink) {}
}
