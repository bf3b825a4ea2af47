package vn.dondoc.console.signin;

import java.io.Serializable;
import java.security.Principal;
import vn.dondoc.contracts.id.PersonId;

/**
 * Who is signed in, as the session keeps it.
 *
 * @param account what was typed, or by what way the person came
 * @param personId the opaque id that services know
 * @param displayName stays in the session and is sent nowhere
 */
public record SignedIn(String account, String personId, String displayName, String unit) implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    static SignedIn as(DemoAccount account) {
        return new SignedIn(account.account(), account.person().value(), account.name(), account.unit());
    }

    /** Whoever has just set the installation up. */
    public static SignedIn first(PersonId person, String name, String province) {
        return new SignedIn("setup", person.value(), name, province);
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    /** What all sessions of a person are found by. */
    @Override
    public String getName() {
        return personId;
    }
}
