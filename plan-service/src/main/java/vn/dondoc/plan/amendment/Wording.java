package vn.dondoc.plan.amendment;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.web.Folded;

/** Words of a row as they are compared: how often each word and each pair of neighbours occurs, without diacritics. */
record Wording(Map<String, Integer> parts, int size) {

    static Wording of(String text) {
        var parts = new HashMap<String, Integer>();
        var size = 0;
        String before = null;
        for (var word : Folded.fold(text).split("[^\\p{L}\\p{N}]+")) {
            if (word.isEmpty()) {
                continue;
            }
            parts.merge(word, 1, Integer::sum);
            size++;
            if (before != null) {
                parts.merge(before + " " + word, 1, Integer::sum);
                size++;
            }
            before = word;
        }
        return new Wording(parts, size);
    }

    /** 1 for the same words in the same order, 0 for nothing in common (Dice's coefficient). */
    double likeness(Wording other) {
        if (size + other.size == 0) {
            return 1;
        }
        var shared = 0;
        for (var part : parts.entrySet()) {
            shared += Math.min(part.getValue(), other.parts.getOrDefault(part.getKey(), 0));
        }
        return 2.0 * shared / (size + other.size);
    }

    /** Whether two texts say the same, whatever their spaces, case, closing mark and composition of letters. */
    static boolean same(@Nullable String one, @Nullable String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(@Nullable String text) {
        return text == null ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0]+", " ").strip()
                        .replaceAll("[.;,]+$", "");
    }
}
