package vn.dondoc.console.signin;

import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.dondoc.console.settings.ConsoleSettings;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Sign-in with a demo account. An unknown account is refused, and closed after wrong tries, just like a known one. */
@Component
@Profile("local")
class DemoSignIn implements AuthenticationProvider {

    private static final int LONGEST_ACCOUNT = 80;
    /** Wrong ones within {@link LockOut#CLOSED}; an office stands behind one address. */
    private static final int BY_ADDRESS = 100;
    private static final String ADDRESS = "sign-in-address";

    private final DemoAccounts accounts;
    private final LockOut lockOut;
    private final Tries tries;
    private final byte[] password;

    DemoSignIn(DemoAccounts accounts, LockOut lockOut, Tries tries, ConsoleSettings settings) {
        this.accounts = accounts;
        this.lockOut = lockOut;
        this.tries = tries;
        this.password = Objects.requireNonNull(settings.local()).demoPassword().getBytes(UTF_8);
    }

    @Override
    public Authentication authenticate(Authentication wanted) {
        var account = wanted.getName().strip();
        if (account.isEmpty() || account.length() > LONGEST_ACCOUNT) {
            throw new BadCredentialsException("No such account");
        }
        var address = wanted.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (lockOut.closedUntil(account).isPresent() || tries.isUsedUp(ADDRESS, address, BY_ADDRESS)) {
            throw new LockedException("Closed after wrong tries");
        }
        var right = MessageDigest.isEqual(password, String.valueOf(wanted.getCredentials()).getBytes(UTF_8));
        var person = accounts.find(account).filter(found -> right);
        if (person.isEmpty()) {
            lockOut.wrongTry(account);
            tries.take(ADDRESS, address, BY_ADDRESS, LockOut.CLOSED);
            throw new BadCredentialsException("Wrong account or password");
        }
        lockOut.rightTry(account);
        return UsernamePasswordAuthenticationToken.authenticated(SignedIn.as(person.get()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
