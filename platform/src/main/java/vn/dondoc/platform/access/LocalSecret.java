package vn.dondoc.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.problem.ProblemException;

/** The secret of one local run, made by {@code deploy/local/up}; guards what exists in local only. */
public final class LocalSecret {

    public static final String HEADER = "X-Local-Secret";

    private final byte[] secret;

    public LocalSecret(String secret) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("DONDOC_LOCAL_SECRET must have at least 16 characters");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ProblemException 403 for any other secret */
    public void require(@Nullable String given) {
        if (given == null || !MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
            throw ProblemException.of(403, "LOCAL_SECRET");
        }
    }
}
