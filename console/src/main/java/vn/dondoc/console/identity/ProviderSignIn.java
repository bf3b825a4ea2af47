package vn.dondoc.console.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.signin.Entrance;
import vn.dondoc.console.signin.SignInWay;

/** Sign-in through the OpenID Connect provider: authorization code with PKCE; the provider's tokens are not kept. */
@Component
class ProviderSignIn implements SignInWay {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final ConsoleSettings settings;
    private final Provider provider;
    private final ProviderUsers users;
    private final Entrance entrance;

    ProviderSignIn(ConsoleSettings settings, Provider provider, ProviderUsers users, Entrance entrance) {
        this.settings = settings;
        this.provider = provider;
        this.users = users;
        this.entrance = entrance;
    }

    @Override
    public void open(HttpSecurity pages) throws Exception {
        if (settings.provider() == null) {
            return;
        }
        pages.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NothingKept())
                .redirectionEndpoint(back -> back.baseUri(Provider.RETURN + "*"))
                .userInfoEndpoint(info -> info.oidcUserService(users))
                .successHandler(welcome())
                .failureHandler(refusal())
                .withObjectPostProcessor(awayToo(refusal())));
    }

    private AuthenticationSuccessHandler welcome() {
        return (request, response, vouched) -> {
            if (vouched.getPrincipal() instanceof ProviderUser known) {
                response.sendRedirect(entrance.enter(known.user(), request, response));
            } else {
                throw new IllegalStateException("Somebody was let in who is not known");
            }
        };
    }

    private static AuthenticationFailureHandler refusal() {
        return (request, response, refused) -> {
            var code = refused instanceof OAuth2AuthenticationException coded ? coded.getError().getErrorCode() : "";
            LOG.info("Sign-in through the provider was refused: {}", code.isEmpty() ? refused.getClass().getSimpleName() : code.replaceAll("[^a-z_]", ""));
            var to = switch (code) {
                case ProviderUsers.UNKNOWN -> "/sign-in/unknown";
                case "access_denied" -> "/sign-in?error=refused";
                default -> "/sign-in?error=away";
            };
            response.sendRedirect(request.getContextPath() + to);
        };
    }

    /** A provider that does not answer is an answer, not a fault of ours. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> awayToo(AuthenticationFailureHandler refusal) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(refusal);
                return filter;
            }
        };
    }
}
