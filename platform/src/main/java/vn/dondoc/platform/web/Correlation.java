package vn.dondoc.platform.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import vn.dondoc.contracts.id.Ids;

/** The id that follows one call through logs, histories and events. */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";
    public static final String MDC_KEY = "correlation";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Correlation() {}

    /** The present one, or a new one where nothing has set it. */
    public static String current() {
        var present = MDC.get(MDC_KEY);
        return present == null ? fresh() : present;
    }

    public static String fresh() {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Runs something under an id: the given one where it is plausible, else a new one. */
    public static void with(@Nullable String given, Runnable work) {
        try (var _ = MDC.putCloseable(MDC_KEY, given != null && Ids.plausible(given) ? given : fresh())) {
            work.run();
        }
    }
}
