package vn.dondoc.contracts;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The order in which a Vietnamese reader looks for names. What a name sorts by is kept: about a fourth of the samples of a province's page, whose 170
 * communes are sorted twice at each look, were comparisons that worked it out anew.
 */
public final class VietnameseOrder {

    /** Of names and titles; equal only where nothing tells them apart. Safe for threads. */
    public static final Comparator<String> NAMES = Comparator.comparing(VietnameseOrder::key);

    private static final Locale VIETNAMESE = Locale.of("vi");
    /** More than the units, positions and plans that a province looks at on one day; what goes beyond is worked out anew. */
    private static final int MOST = 20_000;
    private static final Map<String, CollationKey> KEPT = new ConcurrentHashMap<>();

    private VietnameseOrder() {}

    private static CollationKey key(String name) {
        var kept = KEPT.get(name);
        if (kept != null) {
            return kept;
        }
        var key = Collator.getInstance(VIETNAMESE).getCollationKey(name);
        if (KEPT.size() >= MOST) {
            KEPT.clear();
        }
        KEPT.put(name, key);
        return key;
    }
}
