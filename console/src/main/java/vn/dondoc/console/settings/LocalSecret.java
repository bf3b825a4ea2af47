package vn.dondoc.console.settings;

import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Guards the endpoints that exist in local only. */
@Component
@Profile("local")
public final class LocalSecret {

    public static final String HEADER = "X-Local-Secret";

    private final byte[] expected;

    LocalSecret(ConsoleSettings settings) {
        this.expected = Objects.requireNonNull(settings.local()).secret().getBytes(UTF_8);
    }

    /** Answers 403 unless the secret is right; the comparison takes as long for a wrong one. */
    public void check(@Nullable String given) {
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(UTF_8))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
