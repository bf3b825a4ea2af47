package vn.dondoc.console.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.settings.ProviderSettings;

/** The OpenID Connect provider of this installation. Where its doors are is asked when they are needed: the console starts while it is away. */
@Component
class Provider implements ClientRegistrationRepository {

    /** Its name in addresses. */
    static final String ID = "provider";

    /** Where it sends people back to. */
    static final String RETURN = "/sign-in/returned/";

    private final ConsoleSettings settings;
    private volatile @Nullable ClientRegistration found;

    Provider(ConsoleSettings settings) {
        this.settings = settings;
    }

    /** @throws RuntimeException when it does not answer, or is another one than it was said to be */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        var provider = settings.provider();
        return provider == null || !ID.equals(id) ? null : registration(provider);
    }

    ClientRegistration registration(ProviderSettings provider) {
        var present = found;
        return present == null ? discovered(provider) : present;
    }

    private synchronized ClientRegistration discovered(ProviderSettings provider) {
        var present = found;
        if (present == null) {
            present = ClientRegistrations.fromIssuerLocation(provider.issuer())
                    .registrationId(ID)
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .scope(provider.scopes())
                    .userNameAttributeName(provider.subjectClaim())
                    .redirectUri(settings.issuer() + RETURN + ID)
                    .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                    .build();
            found = present;
        }
        return present;
    }
}
