package vn.dondoc.testing.sample;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what over HTTP, and how refusals look. */
class AccessTest extends SampleTest {

    @Test
    void over_http_the_key_makes_a_creation_happen_once() {
        var token = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        var one = create(token, "http-key-1", "Một");
        var two = create(token, "http-key-1", "Một");
        assertThat(two.id()).isEqualTo(one.id());
        sample.http.post().uri("/api/jobs").header("Authorization", "Bearer " + token).header("Idempotency-Key", "http-key-1")
                .contentType(MediaType.APPLICATION_JSON).body("{\"title\":\"Hai\"}").exchange()
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void nothing_crosses_communes_and_every_refusal_is_a_sentence() {
        var own = province.token("xa1.vhxh", Role.COMMUNE_STANDING);
        var other = province.token("xa2.vhxh", Role.COMMUNE_STANDING);
        var job = create(own, UUID.randomUUID().toString(), "Của xã 1");

        sample.get("/api/jobs/" + job.id(), own).expectStatus().isOk();
        sample.get("/api/jobs/" + job.id(), other).expectStatus().isNotFound()
                .expectBody().jsonPath("$.code").isEqualTo("NOT_FOUND").jsonPath("$.detail").value(String.class, text -> assertThat(text).contains("phạm vi"));
        sample.get("/api/jobs/" + job.id(), province.token("xa1.kinhte", Role.OFFICER)).expectStatus().isNotFound();
        sample.http.post().uri("/api/jobs").header("Authorization", "Bearer " + province.token("xa1.kinhte", Role.OFFICER))
                .contentType(MediaType.APPLICATION_JSON).body("{}").exchange().expectStatus().isForbidden();
        sample.http.get().uri("/api/jobs").exchange().expectStatus().isUnauthorized().expectBody().jsonPath("$.code").isEqualTo("NOT_SIGNED_IN");
        sample.get("/api/jobs", TestIssuer.token("somebody", TestIssuer.issuer(), List.of("another"), Duration.ofMinutes(5))).expectStatus().isUnauthorized();
        sample.get("/api/jobs", TestIssuer.token("somebody", "http://another", List.of("dondoc"), Duration.ofMinutes(5))).expectStatus().isUnauthorized();
        sample.get("/api/jobs", TestIssuer.token("somebody", TestIssuer.issuer(), List.of("dondoc"), Duration.ofMinutes(-5))).expectStatus().isUnauthorized();
        sample.get("/api/jobs", TestIssuer.token("nobody-known", TestIssuer.issuer(), List.of("dondoc"), Duration.ofMinutes(5))).expectStatus().isForbidden();
        sample.get("/api/jobs?limit=201", own).expectStatus().isBadRequest();
        sample.get("/api/jobs?after=%21", own).expectStatus().isBadRequest();
        sample.get("/api/nothing", own).expectStatus().isNotFound().expectBody().jsonPath("$.code").isEqualTo("NOT_FOUND");
        sample.get("/api/unruled", own).expectStatus().is5xxServerError();
        sample.get("/actuator/env", own).expectStatus().isForbidden();
        sample.http.get().uri("/api/jobs/x").header("Authorization", "Bearer " + own).header("Accept-Language", "en").exchange()
                .expectStatus().isNotFound().expectBody().jsonPath("$.detail").value(String.class, text -> assertThat(text).contains("branch"));
    }

    @Test
    void a_service_calls_in_its_own_name_what_is_for_it_and_nothing_else() {
        var notification = TestIssuer.service("notification");
        sample.get("/api/services/only", notification).expectStatus().isOk().expectBody(String.class).isEqualTo("notification");
        sample.get("/api/services/only", TestIssuer.service("plan")).expectStatus().isForbidden();
        sample.get("/api/services/only", admin).expectStatus().isForbidden();
        sample.http.get().uri("/api/services/only").exchange().expectStatus().isUnauthorized();

        sample.get("/api/services/also", TestIssuer.service("plan")).expectStatus().isOk();
        sample.get("/api/services/also", admin).expectStatus().isOk();
        sample.get("/api/services/also", notification).expectStatus().isForbidden();
        sample.get("/api/services/also", province.token("xa1.kinhte", Role.OFFICER)).expectStatus().isForbidden();

        for (var path : List.of("/api/jobs", "/api/jobs/x", "/api/services/anybody", "/api/operations/sample-service/relay")) {
            sample.get(path, notification).expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void what_only_looks_like_a_token_of_a_service_is_none() throws Exception {
        var subject = "service:notification";
        var minutes = Duration.ofMinutes(5);
        sample.get("/api/services/only", TestIssuer.token(subject, TestIssuer.issuer(), List.of("dondoc"), Duration.ofMinutes(-5))).expectStatus().isUnauthorized();
        sample.get("/api/services/only", TestIssuer.token(subject, TestIssuer.issuer(), List.of("another"), minutes)).expectStatus().isUnauthorized();
        sample.get("/api/services/only", TestIssuer.token(subject, "http://another", List.of("dondoc"), minutes)).expectStatus().isUnauthorized();
        var good = SignedJWT.parse(TestIssuer.service("notification"));
        sample.get("/api/services/only", new PlainJWT(good.getJWTClaimsSet()).serialize()).expectStatus().isUnauthorized();
        var forged = new SignedJWT(good.getHeader(), good.getJWTClaimsSet());
        forged.sign(new RSASSASigner(new RSAKeyGenerator(2048).keyID("test").generate()));
        sample.get("/api/services/only", forged.serialize()).expectStatus().isUnauthorized();
        // the public key as the secret of a symmetric signature, which a verifier that trusts the header would take
        var symmetric = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(), good.getJWTClaimsSet());
        symmetric.sign(new MACSigner(TestIssuer.jwksUri().repeat(2)));
        sample.get("/api/services/only", symmetric.serialize()).expectStatus().isUnauthorized();
        sample.get("/api/services/only", TestIssuer.token("service:", TestIssuer.issuer(), List.of("dondoc"), minutes)).expectStatus().isForbidden();
    }

    @Test
    void the_clock_of_the_domain_is_shifted_by_those_who_know_the_secret() {
        sample.http.put().uri("/local/clock").contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"PT240H\"}").exchange().expectStatus().isForbidden();
        sample.http.put().uri("/local/clock").header("X-Local-Secret", RealPartsInitializer.LOCAL_SECRET)
                .contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"PT240H\"}").exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.offset").isEqualTo("PT240H");
        sample.http.put().uri("/local/clock").header("X-Local-Secret", RealPartsInitializer.LOCAL_SECRET)
                .contentType(MediaType.APPLICATION_JSON).body("{\"offset\":\"PT0S\"}").exchange().expectStatus().isOk();
    }

    private Job create(String token, String key, String title) {
        return java.util.Objects.requireNonNull(sample.http.post().uri("/api/jobs").header("Authorization", "Bearer " + token).header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON).body("{\"title\":\"" + title + "\"}").exchange()
                .expectStatus().isOk().expectBody(Job.class).returnResult().getResponseBody());
    }
}
