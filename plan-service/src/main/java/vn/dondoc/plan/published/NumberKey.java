package vn.dondoc.plan.published;

import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.web.Folded;

/** Numbers of documents as they are compared: "36 / KH-UBND", "36/KH - UBND" and "36/kh-ubnd" are one. */
public final class NumberKey {

    private NumberKey() {}

    /** Null where there is no number. */
    public static @Nullable String of(@Nullable String number) {
        if (number == null) {
            return null;
        }
        var key = Folded.fold(number).replaceAll("[\\s.]+", "").replaceAll("[\u2010-\u2015\u2212]", "-");
        return key.isEmpty() ? null : key;
    }
}
