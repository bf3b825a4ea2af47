package vn.dondoc.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of programmes as one key: "NQ 57", "NQ57" and "Nghị quyết số 57-NQ/TW" are one programme. */
public final class Programmes {

    private static final Pattern RESOLUTION = Pattern.compile("\\b(?:nghi quyet|nq)(?:\\s+so)?\\s*(\\d+)(?:\\s*-\\s*nq/tw)?\\b");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Programmes() {}

    /** Null where no programme is named. */
    public static @Nullable String key(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var key = NOT_WORD.matcher(RESOLUTION.matcher(Folded.fold(name)).replaceAll("nq$1")).replaceAll("");
        return key.isEmpty() ? null : key;
    }
}
