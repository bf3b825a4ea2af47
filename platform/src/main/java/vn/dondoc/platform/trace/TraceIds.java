package vn.dondoc.platform.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.file.Fingerprint;

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
        return Fingerprint.of(correlation.getBytes(StandardCharsets.UTF_8)).substring(0, CHARACTERS);
    }
}
