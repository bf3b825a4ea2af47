package vn.dondoc.notification.people;

import vn.dondoc.contracts.id.PersonId;

/** The address of a person, for positions that have no mailbox of their own. */
public interface PersonalAddresses {

    /** What is known of an address now; printed it does not show. */
    sealed interface Address {

        record Known(String mail) implements Address {

            @Override
            public String toString() {
                return "•••";
            }
        }

        /** There is none to write to. */
        record Unknown() implements Address {}

        /** Whoever keeps the people cannot say now. */
        record Away() implements Address {}
    }

    /** The mailbox. */
    Address of(PersonId person);

    /** The telephone number, as +84…. */
    Address phoneOf(PersonId person);
}
