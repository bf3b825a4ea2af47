package vn.dondoc.plan.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.history.Actor;

/** The people whom a workbook names as holders of positions. Their home is elsewhere: here they are asked for, and handed over. */
public interface NamedHolders {

    /**
     * A holder as typed in the row of a position.
     *
     * @param field of the position, as rules name it
     * @param holder the code of the person, where one stands in the row
     * @param current who holds the position now
     */
    record Typed(
            String field, @Nullable PersonId holder, @Nullable PersonId current, @Nullable String name, @Nullable String phone, @Nullable String email) {

        @Override
        public String toString() {
            return field;
        }
    }

    /** Somebody whom an import would enter or correct. */
    record Change(String field, PersonId person, String name, boolean made) {

        @Override
        public String toString() {
            return field;
        }
    }

    /** What follows from the rows; nothing is written yet. */
    interface Found {

        /** Who holds the position of that field by what was typed; empty where nothing was. */
        Optional<PersonId> holderOf(String field);

        List<Change> changes();
    }

    /** How somebody is named and reached, as a workbook tells it. */
    record Contacts(@Nullable String name, @Nullable String phone, @Nullable String email) {

        static final Contacts NONE = new Contacts(null, null, null);

        @Override
        public String toString() {
            return "•••";
        }
    }

    /** Where somebody works: the commune is null in the province. */
    record Workplace(UnitId province, @Nullable UnitId commune) {}

    /**
     * Recognises people: by the code in the row, by a contact, or as the present holder of that name; whoever is not recognised is new.
     *
     * @param seed of the ids of new people: the same gives the same ones
     */
    Found look(List<Typed> typed, Caller caller, String seed, BrokenRules broken);

    /** @throws vn.dondoc.platform.problem.ProblemException 409 where somebody else wrote meanwhile; what was entered stays, and is recognised the next time */
    void enter(Found found, Map<PersonId, Workplace> places, Actor by);

    /** Of those that something is held on; the reading is recorded. */
    Map<PersonId, Contacts> handOut(Collection<PersonId> people, Actor by);

    /** A file that may name people, as it may lie in the database. */
    byte[] seal(String id, byte[] file);

    /** Empty where none of the keys opens it. */
    Optional<byte[]> open(String id, byte[] sealed);
}
