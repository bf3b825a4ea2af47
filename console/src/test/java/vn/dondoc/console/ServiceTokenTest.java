package vn.dondoc.console;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Tokens of services that call in their own name. */
class ServiceTokenTest {

    private static final String GRANT = "grant_type=client_credentials";

    private final Visitor service = new Visitor();

    @Test
    void aServiceGetsATokenInItsOwnName() throws Exception {
        var answer = ask(basic("notification:local-secret-of-notification"), GRANT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        var body = EventJson.mapper().readTree(answer.body());
        assertThat(body.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(body.get("expires_in").intValue()).isEqualTo(600);
        var token = SignedJWT.parse(body.get("access_token").stringValue());
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("service:notification");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("dondoc");
        var key = JWKSet.parse(service.get("/oauth2/jwks").body()).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notification:a-wrong-one", "notification:", "plan:", ":", "", "plan:local-secret-of-notification", "nobody:local-secret-of-notification", "n-0008:local-secret-of-notification"})
    void nobodyElseGetsOne(String proof) {
        var answer = ask(basic(proof), GRANT);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
        assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }

    @Test
    void whatIsNoProofIsNone() {
        for (var header : new String[] {"Basic %%%", "Bearer x", "Basic"}) {
            assertThat(ask(header, GRANT).statusCode()).as(header).isEqualTo(401);
        }
        assertThat(service.send(service.request("/oauth2/token", "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(GRANT))).statusCode()).isEqualTo(401);
    }

    @Test
    void noOtherGrantIsKnown() {
        var answer = ask(basic("notification:local-secret-of-notification"), "grant_type=password&username=n-0008");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unsupported_grant_type");
    }

    @Test
    void aSecretThatIsTooShortStopsTheStart() {
        var settings = new HashMap<>(Console.settings());
        settings.put("DONDOC_CLIENT_SECRET_PLAN", "short");
        assertThatThrownBy(() -> Console.start(settings)).hasMessageContaining("DONDOC_CLIENT_SECRET_PLAN must have at least");
    }

    private HttpResponse<String> ask(String proof, String body) {
        return service.send(service.request("/oauth2/token", "Content-Type", "application/x-www-form-urlencoded", "Authorization", proof)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String basic(String proof) {
        return "Basic " + Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8));
    }
}
