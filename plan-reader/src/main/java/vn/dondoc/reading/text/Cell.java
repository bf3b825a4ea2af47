package vn.dondoc.reading.text;

/**
 * A cell of the grid of a table; a merged cell stands at every place that it covers, with the same origin.
 *
 * @param row of its first place in the grid
 * @param column of its first place in the grid
 * @param start offset in the text of the document
 */
public record Cell(String text, boolean bold, int row, int column, int start) {

    public boolean isEmpty() {
        return text.isBlank();
    }

    boolean startsAt(int atRow, int atColumn) {
        return row == atRow && column == atColumn;
    }
}
