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
    private static final int LONGEST = 700;

    static Excerpt of(String text, Plans.@Nullable Source source) {
        if (source == null) {
            return new Excerpt(null, "", "", "");
        }
        var start = source.start();
        var end = source.end();
        if (source.file() != null || start < 0 || end <= start || end > text.length()) {
            var excerpt = source.excerpt();
            return new Excerpt(placeOf(source), "", excerpt == null ? "" : excerpt, "");
        }
        var shown = Math.min(end, start + LONGEST);
        return new Excerpt(
                source.place(),
                text.substring(wordStart(text, Math.max(0, start - AROUND), start), start),
                text.substring(start, shown) + (shown < end ? " …" : ""),
                text.substring(end, wordEnd(text, Math.min(text.length(), end + AROUND), end)));
    }

    /** What stands in an annex is named with its file; its offsets count in the text of that. */
    private static @Nullable String placeOf(Plans.Source source) {
        var file = source.file();
        return file == null ? source.place() : source.place() == null ? file : file + ", " + source.place();
    }

    private static int wordStart(String text, int at, int limit) {
        var start = at;
        while (start > 0 && start < limit && !Character.isWhitespace(text.charAt(start - 1))) {
            start++;
        }
        return start;
    }

    private static int wordEnd(String text, int at, int limit) {
        var end = at;
        while (end < text.length() && end > limit && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return end;
    }

    public boolean isEmpty() {
        return marked.isBlank();
    }
}
