package vn.dondoc.console.token;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import vn.dondoc.contracts.id.PersonId;

/** Makes bearer tokens that name the person or the service and nothing else; lives are measured by the system's clock, never the domain's. */
public final class TokenIssuer {

    static final Duration OF_A_CALL = Duration.ofMinutes(10);

    private final JwtEncoder encoder;
    private final Supplier<String> keyId;
    private final String issuer;
    private final Clock systemClock;

    TokenIssuer(JwtEncoder encoder, Supplier<String> keyId, String issuer, Clock systemClock) {
        this.encoder = encoder;
        this.keyId = keyId;
        this.issuer = issuer;
        this.systemClock = systemClock;
    }

    /** A token for the calls that one request makes; valid for ten minutes. */
    public String forCalls(PersonId person) {
        return forPerson(person, OF_A_CALL);
    }

    String forPerson(PersonId person, Duration life) {
        return signed(person.value(), life);
    }

    /** A token for a service that calls another in its own name; valid for ten minutes. */
    public String forService(String service) {
        return signed(PersonId.OF_SERVICES + service, OF_A_CALL);
    }

    private String signed(String subject, Duration life) {
        var now = systemClock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(subject)
                .audience(List.of("dondoc"))
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).keyId(keyId.get()).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
