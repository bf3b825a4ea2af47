package vn.dondoc.console.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SigningKeysTest {

    private static final Duration LIFE = Duration.ofDays(90);

    @TempDir Path folder;

    private final Hands clock = new Hands();

    @Test
    void aNewKeyIsKnownBeforeItSignsAndAnOldOneUntilItsTokensHaveEnded() {
        var keys = keys();
        var first = keys.signing().getKeyID();
        clock.pass(LIFE);
        keys.renew(LIFE);
        assertThat(ids(keys)).hasSize(2).contains(first);
        assertThat(keys.signing().getKeyID()).isEqualTo(first);
        clock.pass(SigningKeys.BEFORE_IT_SIGNS);
        var second = keys.signing().getKeyID();
        assertThat(second).isNotEqualTo(first);
        clock.pass(SigningKeys.AFTER_IT_SIGNED.minusSeconds(1));
        keys.renew(LIFE);
        assertThat(ids(keys)).containsExactlyInAnyOrder(first, second);
        clock.pass(Duration.ofSeconds(1));
        keys.renew(LIFE);
        assertThat(ids(keys)).containsExactly(second);
    }

    @Test
    void whateverHappensWhenEveryTokenCanBeVerifiedByWhoeverKeptTheSet() {
        var random = new Random(20261128);
        var keys = keys();
        var published = new HashMap<String, Instant>();
        record Signed(String key, Instant at) {}
        var tokens = new ArrayList<Signed>();
        for (int step = 0; step < 400; step++) {
            clock.pass(Duration.ofMinutes(random.nextInt(40)));
            if (random.nextInt(4) == 0) {
                keys.renew(Duration.ofHours(12));
            } else if (random.nextInt(80) == 0) {
                keys.replace();
            }
            var now = clock.instant();
            var present = ids(keys);
            present.forEach(id -> published.putIfAbsent(id, now));
            var signing = keys.signing().getKeyID();
            // a set that was fetched five minutes before has the key that signs now
            assertThat(published.get(signing)).as("step " + step).satisfiesAnyOf(
                    since -> assertThat(since).isBeforeOrEqualTo(now.minus(Duration.ofMinutes(5))), since -> assertThat(published).hasSize(1));
            tokens.add(new Signed(signing, now));
            tokens.removeIf(token -> token.at().plus(Duration.ofHours(1)).isBefore(now));
            assertThat(present).as("step " + step).containsAll(tokens.stream().map(Signed::key).distinct().toList());
        }
        assertThat(published).as("keys were renewed").hasSizeGreaterThan(5);
        assertThat(ids(keys)).as("and taken away").hasSizeLessThan(6);
    }

    @Test
    void instancesThatShareTheFileRenewItOnce() throws Exception {
        var first = keys();
        var second = keys();
        clock.pass(LIFE.plusDays(1));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> Executors.callable(() -> (i % 2 == 0 ? first : second).renew(LIFE))).toList());
        }
        assertThat(ids(first)).hasSize(2).isEqualTo(ids(second));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @Test
    void theOneKeyOfAnEarlierVersionSignsOn() throws Exception {
        var old = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        Files.createDirectories(file().getParent());
        Files.writeString(file(), old.toJSONString());
        var keys = keys();
        assertThat(keys.signing().getKeyID()).isEqualTo(old.getKeyID());
        keys.renew(LIFE);
        assertThat(ids(keys)).hasSize(2).contains(old.getKeyID());
        assertThat(keys.signing().getKeyID()).isEqualTo(old.getKeyID());
    }

    @Test
    void onlyPublicPartsArePublished() {
        assertThat(keys().published().getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void aFileThatIsMissingOrUnreadableIsNamed() throws IOException {
        assertThatThrownBy(() -> KeyFile.at(file(), false, clock)).hasMessageContaining("DONDOC_SIGNING_KEY").hasMessageContaining(file().toString());
        Files.createDirectories(file().getParent());
        for (var text : List.of("", "{}", "{\"keys\":[]}")) {
            Files.writeString(file(), text);
            assertThatThrownBy(() -> KeyFile.at(file(), true, clock)).as(text).hasMessageContaining("DONDOC_SIGNING_KEY");
        }
        Files.writeString(file(), new JWKSet(List.copyOf(List.of(SigningKeys.made(clock.instant()).toPublicJWK()))).toString());
        assertThatThrownBy(() -> KeyFile.at(file(), true, clock)).hasMessageContaining("DONDOC_SIGNING_KEY");
    }

    private Path file() {
        return folder.resolve("keys/signing.json");
    }

    private SigningKeys keys() {
        return new SigningKeys(KeyFile.at(file(), true, clock), clock);
    }

    private static List<String> ids(SigningKeys keys) {
        return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-20T01:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
