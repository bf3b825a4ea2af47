package vn.dondoc.reading.text;

import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Source;

/** A paragraph on one line; {@code start} is its offset in the text of the document. */
public record Paragraph(String text, Style style, @Nullable Integer page, int index, int start) implements Block {

    private static final int SNIPPET = 240;

    /** The place of the whole paragraph. */
    public Source source() {
        return source(0, text.length());
    }

    /** The place of a part of the paragraph. */
    public Source source(int from, int to) {
        return new Source(page, index, null, null, null, start + from, start + to, snippet(text.substring(from, to)));
    }

    static String snippet(String text) {
        return text.length() <= SNIPPET ? text : text.substring(0, SNIPPET - 1) + "…";
    }
}
