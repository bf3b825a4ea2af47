package vn.dondoc.samples;

import java.util.List;

/** A part of a document, from top to bottom. */
sealed interface Block {

    /** Two columns without borders: the issuer and the national motto, or the recipients and the signature. */
    record Columns(List<List<String>> rows, Place place) implements Block {

        enum Place { HEAD, SIGNATURE }
    }

    /** Bold and centred; the first line of it is what the document is. */
    record Title(String text) implements Block {}

    /** Below the title: what the document is about. */
    record Subject(String text) implements Block {}

    /** Centred and in italics, below the title of an annex. */
    record Note(String text) implements Block {}

    /** @param level 1 or 2 */
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** @param widths of the columns in percent of the text's width */
    record Table(List<Integer> widths, List<Row> rows) implements Block {}

    /** What follows stands on a new page. */
    record NewPage(boolean landscape) implements Block {}

    /**
     * A row of a table.
     *
     * @param group it heads those that follow: a number, and a name over all the other columns
     */
    record Row(List<String> cells, boolean group) {}
}
