package vn.dondoc.console.identity;

import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.settings.ProviderSettings;
import vn.dondoc.contracts.id.PersonId;

/**
 * Finds the person of an account at the provider: by the account, once it was linked; before that by a contact that the provider has
 * verified, which links it. Nobody else is let in.
 */
@Component
class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String UNKNOWN = "unknown_person";
    static final String AWAY = "away";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderUsers.class);

    private final OidcUserService vouching = new OidcUserService();
    private final KnownPeople people;
    private final ConsoleSettings settings;

    ProviderUsers(KnownPeople people, ConsoleSettings settings) {
        this.people = people;
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var provider = Objects.requireNonNull(settings.provider());
        var vouched = vouching.loadUser(request);
        var identity = identity(vouched, provider);
        try {
            var person = people.byIdentity(identity.issuer(), identity.subject()).or(() -> linked(vouched, identity, provider));
            if (person.isEmpty()) {
                // a one-time code may still prove whose it is
                RequestContextHolder.currentRequestAttributes().setAttribute(ExternalIdentity.WAITING, identity, RequestAttributes.SCOPE_SESSION);
                throw refused(UNKNOWN);
            }
            return new ProviderUser(vouched, people.welcomed(person.get(), Provider.ID, identity.shown()));
        } catch (Refused away) {
            LOG.warn("Nobody can be signed in now: {}", away.getMessage());
            throw refused(AWAY);
        }
    }

    private static ExternalIdentity identity(OidcUser vouched, ProviderSettings provider) {
        var subject = vouched.getClaimAsString(provider.subjectClaim());
        if (subject == null || subject.isBlank()) {
            throw refused("no_subject");
        }
        var name = Optional.ofNullable(vouched.getClaimAsString(provider.nameClaim())).filter(text -> !text.isBlank());
        var mail = Optional.ofNullable(vouched.getClaimAsString(provider.emailClaim())).filter(text -> !text.isBlank());
        return new ExternalIdentity(provider.issuer(), subject, name.or(() -> mail).orElse(subject));
    }

    private Optional<PersonId> linked(OidcUser vouched, ExternalIdentity identity, ProviderSettings provider) {
        var person = verified(vouched, provider.emailClaim()).flatMap(people::byContact)
                .or(() -> verified(vouched, provider.phoneClaim()).flatMap(people::byContact));
        person.ifPresent(known -> people.link(known, identity));
        return person;
    }

    /** A contact counts only where the provider says that it is the account's own. */
    private static Optional<String> verified(OidcUser vouched, String claim) {
        return Boolean.TRUE.equals(vouched.getClaimAsBoolean(claim + "_verified"))
                ? Optional.ofNullable(vouched.getClaimAsString(claim)).filter(text -> !text.isBlank()) : Optional.empty();
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }
}
