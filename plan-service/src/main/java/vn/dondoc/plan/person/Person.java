package vn.dondoc.plan.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A person as it is stored, opened.
 *
 * @param version grows by one with each change; 0 for one of whom nothing is held yet
 * @param province where the person worked last, and the commune there: whose administrators answer for the data
 * @param since when the first of it was entered
 * @param ended the day on which no position was held any more
 * @param erased nothing is held any more, the id stays
 */
record Person(
        PersonId id,
        long version,
        @Nullable Personal name,
        Contact.@Nullable Phone phone,
        Contact.@Nullable Mail mail,
        List<Linked> identities,
        @Nullable UnitId province,
        @Nullable UnitId commune,
        @Nullable Instant since,
        @Nullable LocalDate ended,
        boolean erased) {

    Person {
        identities = List.copyOf(identities);
    }

    /** Whom a provider knows the person as. */
    record Linked(String issuer, String subject) {

        @Override
        public String toString() {
            return "•••";
        }
    }

    static Person unknown(PersonId id) {
        return new Person(id, 0, null, null, null, List.of(), null, null, null, null, false);
    }

    Person as(Personal newName, Contact.@Nullable Phone newPhone, Contact.@Nullable Mail newMail) {
        return new Person(id, version, newName, newPhone, newMail, identities, province, commune, since, ended, false);
    }

    Person of(UnitId newProvince, @Nullable UnitId newCommune) {
        return new Person(id, version, name, phone, mail, identities, newProvince, newCommune, since, ended, erased);
    }

    Person entered(Instant at) {
        return new Person(id, version, name, phone, mail, identities, province, commune, since == null ? at : since, ended, erased);
    }

    /** Nobody holds it in two places: a link that is there already stays as it is. */
    Person linkedTo(Linked identity) {
        if (identities.contains(identity)) {
            return this;
        }
        var all = new ArrayList<>(identities);
        all.add(identity);
        return new Person(id, version, name, phone, mail, all, province, commune, since, ended, erased);
    }

    Person endedOn(@Nullable LocalDate day) {
        return new Person(id, version, name, phone, mail, identities, province, commune, since, day, erased);
    }

    /** Who it was is forgotten; where it worked stays, so that whoever keeps the directory there finds what was done. */
    Person erase() {
        return new Person(id, version, null, null, null, List.of(), province, commune, since, ended, true);
    }

    Stream<Contact> contacts() {
        return Stream.of(Optional.<Contact>ofNullable(phone), Optional.<Contact>ofNullable(mail)).flatMap(Optional::stream);
    }

    /** The fields that something is held in. */
    List<String> fields() {
        return Stream.of(name == null ? null : "name", phone == null ? null : "phone", mail == null ? null : "email", identities.isEmpty() ? null : "identity")
                .flatMap(Stream::ofNullable).toList();
    }

    boolean saysTheSameAs(Person other) {
        return fields().equals(other.fields()) && java.util.Objects.equals(name, other.name) && java.util.Objects.equals(phone, other.phone)
                && java.util.Objects.equals(mail, other.mail) && identities.equals(other.identities);
    }
}
