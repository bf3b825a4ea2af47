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
import org.springframework.stereotype.Component;
import vn.dondoc.console.settings.ConsoleSettings;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Sign-in with a demo account. An unknown account is refused, and closed after wrong tries, just like a known one. */
@Component
@Profile("local")
class DemoSignIn implements AuthenticationProvider {

    private static final int LONGEST_ACCOUNT = 80;

    private final DemoAccounts accounts;
    private final LockOut lockOut;
    private final byte[] password;

    DemoSignIn(DemoAccounts accounts, LockOut lockOut, ConsoleSettings settings) {
        this.accounts = accounts;
        this.lockOut = lockOut;
        this.password = Objects.requireNonNull(settings.local()).demoPassword().getBytes(UTF_8);
    }

    @Override
    public Authentication authenticate(Authentication wanted) {
        var account = wanted.getName().strip();
        if (account.isEmpty() || account.length() > LONGEST_ACCOUNT) {
            throw new BadCredentialsException("No such account");
        }
        if (lockOut.closedUntil(account).isPresent()) {
            throw new LockedException("Closed after wrong tries");
        }
        var right = MessageDigest.isEqual(password, String.valueOf(wanted.getCredentials()).getBytes(UTF_8));
        var person = accounts.find(account).filter(found -> right);
        if (person.isEmpty()) {
            lockOut.wrongTry(account);
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
