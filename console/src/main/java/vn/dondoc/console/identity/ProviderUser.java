package vn.dondoc.console.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import vn.dondoc.console.signin.SignedIn;

/** Somebody whom the provider vouched for and who is known here; only the latter is kept. */
record ProviderUser(OidcUser vouched, SignedIn user) implements OidcUser {

    @Override
    public Map<String, Object> getClaims() {
        return vouched.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return vouched.getUserInfo();
    }

    @Override
    public OidcIdToken getIdToken() {
        return vouched.getIdToken();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return vouched.getAttributes();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getName() {
        return user.getName();
    }
}
