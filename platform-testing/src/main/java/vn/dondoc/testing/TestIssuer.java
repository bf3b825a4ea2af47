package vn.dondoc.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import vn.dondoc.contracts.id.PersonId;

/** Issues bearer tokens as the console does, and serves its key set over HTTP. */
public final class TestIssuer {

    private static final TestIssuer SHARED = new TestIssuer();

    private final RSAKey key;
    private final String origin;

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            server.createContext("/oauth2/token", TestIssuer::grant);
            server.setExecutor(Thread::startVirtualThread);
            server.start();
            origin = "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A token in the name of whoever asks. */
    private static void grant(HttpExchange exchange) throws IOException {
        try (exchange) {
            var proof = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
            var name = new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8).split(":", 2)[0];
            var answer = ("{\"access_token\":\"" + service(name) + "\",\"token_type\":\"Bearer\",\"expires_in\":600}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    public static String issuer() {
        return SHARED.origin;
    }

    public static String jwksUri() {
        return SHARED.origin + "/oauth2/jwks";
    }

    /** A good token of that person, for ten minutes. */
    public static String token(PersonId person) {
        return token(person.value(), issuer(), List.of("dondoc"), Duration.ofMinutes(10));
    }

    /** A good token of a service that calls in its own name, such as {@code notification}. */
    public static String service(String name) {
        return token("service:" + name, issuer(), List.of("dondoc"), Duration.ofMinutes(10));
    }

    /** Any token, also a bad one: {@code validFor} may be negative. */
    public static String token(String subject, String issuer, List<String> audience, Duration validFor) {
        var now = Clock.systemUTC().instant();
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(now.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(now.plus(validFor)))
                .build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
        try {
            token.sign(new RSASSASigner(SHARED.key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }
}
