package vn.dondoc.console.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import vn.dondoc.console.settings.ProviderSettings;

/** Reads the tokens by which a provider says that somebody signed out; takes fresh ones that it signed for this console, and no others. */
@Component
class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Provider provider;
    private final Clock systemClock;
    private volatile @Nullable JwtDecoder decoder;

    LogoutTokens(Provider provider, Clock systemClock) {
        this.provider = provider;
        this.systemClock = systemClock;
    }

    /** @throws org.springframework.security.oauth2.jwt.JwtException for any token that does not hold */
    String subjectOf(String token, ProviderSettings settings) {
        var present = decoder;
        if (present == null) {
            present = decoder(settings);
            decoder = present;
        }
        var subject = present.decode(token).getClaimAsString(settings.subjectClaim());
        if (subject == null || subject.isBlank()) {
            throw new BadJwtException("It names nobody");
        }
        return subject;
    }

    private JwtDecoder decoder(ProviderSettings settings) {
        var keys = Objects.requireNonNull(provider.registration(settings).getProviderDetails().getJwkSetUri());
        var reading = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("logout+jwt"), null)))
                .build();
        reading.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(settings.issuer()),
                must("aud", token -> token.getAudience() != null && token.getAudience().contains(settings.clientId())),
                must("events", token -> token.getClaim("events") instanceof Map<?, ?> events && events.containsKey(EVENT)),
                must("nonce", token -> token.getClaim("nonce") == null),
                must("iat", this::isFresh)));
        return reading;
    }

    private boolean isFresh(Jwt token) {
        var at = token.getIssuedAt();
        var ends = token.getExpiresAt();
        var now = systemClock.instant();
        return at != null && Duration.between(at, now).abs().compareTo(FRESH) <= 0 && (ends == null || now.isBefore(ends.plus(Duration.ofMinutes(1))));
    }

    private static OAuth2TokenValidator<Jwt> must(String claim, java.util.function.Predicate<Jwt> holds) {
        return token -> holds.test(token) ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "The claim " + claim + " does not hold", null));
    }
}
