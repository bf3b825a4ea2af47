package vn.dondoc.paper;

import java.util.List;

/** A part of a page, whatever the format it is written in. */
public sealed interface Block {

    /** How a line looks. */
    enum Look { TITLE, HEADING, BODY, ITEM, CENTRED_ITALIC, ADDRESSEE }

    record Line(Look look, String text) implements Block {}

    /**
     * A table with one line of headings; a row with a single cell is a group over the whole width.
     *
     * @param widths of the columns, in parts of the page
     */
    record Grid(List<String> headings, List<Integer> widths, List<List<String>> rows) implements Block {}
}
