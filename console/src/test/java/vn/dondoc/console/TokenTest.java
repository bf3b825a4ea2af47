package vn.dondoc.console;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;

class TokenTest {

    private final Visitor script = new Visitor();

    @BeforeEach
    void services() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.officer());
    }

    @Test
    void servicesAreCalledWithAShortTokenThatNamesThePersonAndNothingElse() throws Exception {
        Visitor.signedIn("xa1.vanphong").get("/tasks");
        var header = Console.SERVICES.last("GET /api/tasks").header("Authorization");
        var token = SignedJWT.parse(header.substring("Bearer ".length()));
        var keys = JWKSet.parse(script.get("/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("n-0008");
        assertThat(claims.getAudience()).containsExactly("dondoc");
        assertThat(claims.getIssuer()).isEqualTo(Console.ISSUER);
        assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant())).isEqualTo(Duration.ofMinutes(10));
        assertThat(claims.getClaims().keySet()).containsExactlyInAnyOrder("sub", "aud", "iss", "iat", "exp", "jti");
    }

    @Test
    void onlyThePublicPartOfTheKeyIsShown() throws Exception {
        var keys = JWKSet.parse(script.get("/oauth2/jwks").body());
        assertThat(keys.getKeys()).hasSize(1).noneMatch(com.nimbusds.jose.jwk.JWK::isPrivate);
    }

    @Test
    void theKeyFileBelongsToItsOwnerAlone() throws Exception {
        script.get("/oauth2/jwks");
        var file = Console.FOLDER.resolve("keys/signing.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aScriptGetsATokenWithTheLocalSecret() throws Exception {
        var answer = ask("{\"account\":\"xa1.thuongtruc\"}", Console.SECRET);
        assertThat(answer.statusCode()).isEqualTo(200);
        var body = EventJson.mapper().readTree(answer.body());
        assertThat(body.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(body.get("expires_in").intValue()).isEqualTo(3600);
        assertThat(SignedJWT.parse(body.get("access_token").stringValue()).getJWTClaimsSet().getSubject()).isEqualTo("n-0010");
    }

    @Test
    void nobodyGetsOneWithAnotherSecret() {
        assertThat(ask("{\"account\":\"xa1.thuongtruc\"}", "a-guess").statusCode()).isEqualTo(403);
        assertThat(script.send(script.request("/local/tokens").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"account\":\"xa1.thuongtruc\"}"))).statusCode()).isEqualTo(403);
    }

    @Test
    void anAccountNobodyHasGetsNone() {
        assertThat(ask("{\"account\":\"nobody\"}", Console.SECRET).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> ask(String body, String secret) {
        return script.send(script.request("/local/tokens").header("Content-Type", "application/json").header("X-Local-Secret", secret)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
