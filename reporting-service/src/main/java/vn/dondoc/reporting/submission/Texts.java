package vn.dondoc.reporting.submission;

import org.jspecify.annotations.Nullable;

/** What people write, without the space around it. */
final class Texts {

    private Texts() {}

    /** Null where nothing was written. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
