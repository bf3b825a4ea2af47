package vn.dondoc.console.signin;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the present request. */
public final class CurrentUser {

    private CurrentUser() {}

    public static Optional<SignedIn> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user ? Optional.of(user) : Optional.empty();
    }
}
