package vn.dondoc.console.plan;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;

/**
 * A place in the document's text with a little of what stands around it.
 *
 * @param place for people; null where unknown
 * @param marked what the row was read from; empty where the document does not say
 */
public record Excerpt(@Nullable String place, String before, String marked, String after) {

    private static final int AROUND = 160;
    private static final int LONGEST = 1_500;

    static Excerpt of(String text, Plans.@Nullable Source source) {
        if (source == null) {
            return new Excerpt(null, "", "", "");
        }
        var start = source.start();
        var end = source.end();
        if (start < 0 || end <= start || end > text.length()) {
            var excerpt = source.excerpt();
            return new Excerpt(source.place(), "", excerpt == null ? "" : excerpt, "");
        }
        var shown = Math.min(end, start + LONGEST);
        return new Excerpt(
                source.place(),
                text.substring(Math.max(0, start - AROUND), start),
                text.substring(start, shown) + (shown < end ? " …" : ""),
                text.substring(end, Math.min(text.length(), end + AROUND)));
    }

    public boolean isEmpty() {
        return marked.isBlank();
    }
}
