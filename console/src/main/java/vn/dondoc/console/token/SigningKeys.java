package vn.dondoc.console.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that tokens are signed with. A new one is published before it signs, so that whoever verifies knows it in time, and an old one is
 * published until the last token that it signed has ended.
 */
final class SigningKeys {

    /** The set may be kept for five minutes by those who verify, and another instance sees the file a little later. */
    static final Duration BEFORE_IT_SIGNS = Duration.ofMinutes(15);

    /** No token lives longer than an hour. */
    static final Duration AFTER_IT_SIGNED = Duration.ofHours(2);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final KeyFile file;
    private final Clock systemClock;

    SigningKeys(KeyFile file, Clock systemClock) {
        this.file = file;
        this.systemClock = systemClock;
    }

    /** The newest that was published long enough; where none was, the oldest. */
    RSAKey signing() {
        return signing(file.keys());
    }

    private RSAKey signing(List<RSAKey> keys) {
        var known = systemClock.instant().minus(BEFORE_IT_SIGNS);
        return keys.stream().filter(key -> !madeAt(key).isAfter(known)).max(Comparator.comparing(SigningKeys::madeAt))
                .orElseGet(() -> keys.stream().min(Comparator.comparing(SigningKeys::madeAt)).orElseThrow());
    }

    JWKSet whole() {
        return new JWKSet(List.copyOf(file.keys()));
    }

    JWKSet published() {
        return whole().toPublicJWKSet();
    }

    /** Adds a key whatever the age of the others; the present one signs on until the new one is known. */
    void replace() {
        file.change(keys -> {
            var more = new ArrayList<>(keys);
            more.add(made(systemClock.instant()));
            return more;
        });
        LOG.info("A new signing key was made; it signs in {} minutes", BEFORE_IT_SIGNS.toMinutes());
    }

    /** Makes a new key when the newest is older than that, and takes away those whose tokens have ended. */
    void renew(Duration life) {
        var now = systemClock.instant();
        if (isDue(file.keys(), now, life)) {
            // Another instance may have been first: the file is looked at again under its lock
            file.change(keys -> isDue(keys, now, life) ? renewed(keys, now, life) : keys);
            LOG.info("The signing keys were renewed");
        }
    }

    private boolean isDue(List<RSAKey> keys, Instant now, Duration life) {
        return isOld(keys, now, life) || lasting(keys, now).size() < keys.size();
    }

    private static boolean isOld(List<RSAKey> keys, Instant now, Duration life) {
        return keys.stream().noneMatch(key -> madeAt(key).plus(life).isAfter(now));
    }

    private List<RSAKey> renewed(List<RSAKey> keys, Instant now, Duration life) {
        var all = new ArrayList<>(lasting(keys, now));
        if (isOld(keys, now, life)) {
            all.add(made(now));
        }
        return all;
    }

    /** All but those that signed nothing for so long that no token of theirs is left. */
    private List<RSAKey> lasting(List<RSAKey> keys, Instant now) {
        var present = signing(keys);
        var since = madeAt(present).plus(BEFORE_IT_SIGNS);
        return now.isBefore(since.plus(AFTER_IT_SIGNED)) ? keys : keys.stream().filter(key -> !madeAt(key).isBefore(madeAt(present))).toList();
    }

    /** A key of an earlier version says nothing of its age: it counts as the oldest. */
    private static Instant madeAt(RSAKey key) {
        var made = key.getIssueTime();
        return made == null ? Instant.EPOCH : made.toInstant();
    }

    static RSAKey made(Instant at) {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).issueTime(Date.from(at)).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Every Java platform makes RSA keys", impossible);
        }
    }
}
