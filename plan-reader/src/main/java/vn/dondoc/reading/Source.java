package vn.dondoc.reading;

import org.jspecify.annotations.Nullable;

/**
 * Where an element stands: a paragraph, or a cell of a table.
 *
 * @param page from 1, null where the format has no pages
 * @param paragraph from 0, in the order of the document; a table counts as one
 * @param table from 0, null outside tables
 * @param row from 0 in the table
 * @param column from 0 in the row
 * @param from offset of the first character in the extracted text
 * @param to offset after the last character
 */
public record Source(
        @Nullable Integer page,
        int paragraph,
        @Nullable Integer table,
        @Nullable Integer row,
        @Nullable Integer column,
        int from,
        int to,
        String snippet) {
}
