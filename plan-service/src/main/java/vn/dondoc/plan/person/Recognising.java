package vn.dondoc.plan.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.plan.organisation.NamedHolders;
import vn.dondoc.plan.rules.BrokenRules;

/**
 * Who is meant by the rows of a workbook. A code in the row says it; without one a contact does, as long as the name agrees, and then the
 * name of the present holder. Rows of one person may complete, never contradict each other.
 */
final class Recognising {

    private final Map<PersonId, Person> known;
    private final Map<Contact, PersonId> owners = new HashMap<>();
    private final Map<PersonId, Named> named = new LinkedHashMap<>();
    private final UnaryOperator<String> secretOf;
    private final BrokenRules broken;

    /** @param secretOf what stands for a contact in the id of a new person, without telling it */
    Recognising(Map<PersonId, Person> known, UnaryOperator<String> secretOf, BrokenRules broken) {
        this.known = known;
        this.secretOf = secretOf;
        this.broken = broken;
        known.values().forEach(one -> one.contacts().forEach(contact -> owners.put(contact, one.id())));
    }

    /** A row whose cells were read; null {@code named} where one of them cannot be. */
    record Row(NamedHolders.Typed typed, PersonFields.@Nullable Named named) {

        static Row of(NamedHolders.Typed typed, BrokenRules broken) {
            var own = new BrokenRules();
            var named = PersonFields.read(typed.name(), typed.phone(), typed.email(), typed.field() + ".", own);
            own.all().forEach(rule -> broken.add(rule.field(), rule.code(), rule.arguments().toArray()));
            return new Row(typed, own.isEmpty() ? named : null);
        }

        Stream<PersonId> ids() {
            return Stream.of(typed.holder(), typed.current()).filter(Objects::nonNull);
        }

        Stream<Contact> contacts() {
            return named == null ? Stream.empty()
                    : Stream.of(Optional.<Contact>ofNullable(named.phone()), Optional.<Contact>ofNullable(named.mail())).flatMap(Optional::stream);
        }
    }

    /** Somebody whom rows name. */
    record Named(String field, Person before, Person after) {

        boolean isNew() {
            return before.version() == 0;
        }

        boolean isChanged() {
            return !before.saysTheSameAs(after);
        }

        @Override
        public String toString() {
            return field;
        }
    }

    /** All of them, and who holds what. */
    record Recognised(Map<String, PersonId> holders, Collection<Named> people) implements NamedHolders.Found {

        @Override
        public Optional<PersonId> holderOf(String field) {
            return Optional.ofNullable(holders.get(field));
        }

        @Override
        public List<NamedHolders.Change> changes() {
            return people.stream().filter(Named::isChanged)
                    .map(one -> new NamedHolders.Change(one.field(), one.after().id(), Objects.requireNonNull(one.after().name()).value(), one.isNew())).toList();
        }
    }

    Recognised all(List<Row> rows) {
        var holders = new HashMap<String, PersonId>();
        for (var row : rows) {
            var id = row.named() == null ? null : idOf(row, row.named());
            if (id != null && take(id, row, Objects.requireNonNull(row.named()))) {
                holders.put(row.typed().field(), id);
            }
        }
        return new Recognised(holders, List.copyOf(named.values()));
    }

    private @Nullable PersonId idOf(Row row, PersonFields.Named cells) {
        var field = row.typed().field();
        if (row.typed().holder() != null) {
            return row.typed().holder();
        }
        Set<PersonId> reached = new LinkedHashSet<>();
        row.contacts().flatMap(contact -> Stream.ofNullable(owners.get(contact))).forEach(reached::add);
        if (reached.size() > 1) {
            broken.add(field + ".phone", "CONTACTS_OF_TWO");
            return null;
        } else if (reached.size() == 1) {
            var id = reached.iterator().next();
            var column = cells.phone() != null && id.equals(owners.get(cells.phone())) ? ".phone" : ".email";
            return broken.require(isCalled(id, cells.name()), field + column, "CONTACT_OF_ANOTHER") ? id : null;
        }
        var current = row.typed().current();
        if (current != null && isCalled(current, cells.name())) {
            return current;
        }
        return row.contacts().findFirst().map(contact -> new PersonId(Ids.derived("person", secretOf.apply(contact.value()))))
                .or(() -> {
                    broken.add(field + ".phone", "CONTACT_NEEDED");
                    return Optional.empty();
                }).orElse(null);
    }

    private Person stateOf(PersonId id) {
        var taken = named.get(id);
        return taken == null ? known.getOrDefault(id, Person.unknown(id)) : taken.after();
    }

    private boolean isCalled(PersonId id, String name) {
        var held = stateOf(id).name();
        return held != null && same(held.value(), name);
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    private boolean take(PersonId id, Row row, PersonFields.Named cells) {
        var field = row.typed().field();
        var taken = named.get(id);
        var state = stateOf(id);
        var fine = broken.require(!state.erased(), field + ".holder", "PERSON_ERASED")
                & free(id, cells.phone(), field + ".phone") & free(id, cells.mail(), field + ".email");
        if (fine && taken != null) {
            fine = broken.require(same(Objects.requireNonNull(state.name()).value(), cells.name()), field + ".name", "PERSON_ROWS_DIFFER")
                    & broken.require(agree(taken.before().phone(), state.phone(), cells.phone()), field + ".phone", "PERSON_ROWS_DIFFER")
                    & broken.require(agree(taken.before().mail(), state.mail(), cells.mail()), field + ".email", "PERSON_ROWS_DIFFER");
        }
        if (!fine) {
            return false;
        }
        var phone = cells.phone() == null ? state.phone() : cells.phone();
        var mail = cells.mail() == null ? state.mail() : cells.mail();
        var after = state.as(taken == null ? new Personal(cells.name()) : Objects.requireNonNull(state.name()), phone, mail);
        named.put(id, taken == null ? new Named(field, state, after) : new Named(taken.field(), taken.before(), after));
        row.contacts().forEach(contact -> owners.put(contact, id));
        return true;
    }

    private boolean free(PersonId id, @Nullable Contact contact, String field) {
        var owner = contact == null ? null : owners.get(contact);
        return broken.require(owner == null || owner.equals(id), field, "CONTACT_TAKEN");
    }

    /** What another row of this file said already is not said otherwise. */
    private static boolean agree(@Nullable Contact before, @Nullable Contact now, @Nullable Contact cell) {
        return cell == null || Objects.equals(now, cell) || Objects.equals(now, before);
    }
}
