package vn.dondoc.platform.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a correlation is always the same: its id is a digest of it. Histories and events carry the correlation anyway, so that
 * nothing more has to travel, and whether a trace is kept is decided alike everywhere.
 */
record TraceIds(Supplier<@Nullable String> correlation) implements IdGenerator {

    private static final int CHARACTERS = 32;

    @Override
    public String generateTraceId() {
        var present = correlation.get();
        return present == null ? IdGenerator.random().generateTraceId() : of(present);
    }

    @Override
    public String generateSpanId() {
        return IdGenerator.random().generateSpanId();
    }

    static String of(String correlation) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(correlation.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
