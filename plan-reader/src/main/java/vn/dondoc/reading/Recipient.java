package vn.dondoc.reading;

import org.jspecify.annotations.Nullable;

/** Whom the document is sent to, and what for as printed ("b/c", "để thực hiện"). */
public record Recipient(String name, @Nullable String purpose, Source source) {
}
