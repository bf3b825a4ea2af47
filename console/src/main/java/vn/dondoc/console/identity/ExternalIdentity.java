package vn.dondoc.console.identity;

import java.io.Serializable;

/**
 * Whom a provider knows somebody as. In a session it waits for a one-time code that proves whose it is.
 *
 * @param shown what the person recognises the account by
 */
record ExternalIdentity(String issuer, String subject, String shown) implements Serializable {

    private static final long serialVersionUID = 1L;

    static final String WAITING = "identity.waiting";

    @Override
    public String toString() {
        return "ExternalIdentity of " + issuer;
    }
}
