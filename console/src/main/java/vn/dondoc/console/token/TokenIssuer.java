package vn.dondoc.console.token;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import vn.dondoc.contracts.id.PersonId;

/** Makes bearer tokens that name the person and nothing else; lives are measured by the system's clock, never the domain's. */
public final class TokenIssuer {

    private static final Duration OF_A_CALL = Duration.ofMinutes(10);

    private final JwtEncoder encoder;
    private final String keyId;
    private final String issuer;
    private final Clock systemClock;

    TokenIssuer(JwtEncoder encoder, String keyId, String issuer, Clock systemClock) {
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
        var now = systemClock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(person.value())
                .audience(List.of("dondoc"))
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).keyId(keyId).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
