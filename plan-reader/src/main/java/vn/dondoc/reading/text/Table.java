package vn.dondoc.reading.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Source;

/** A table as a grid: every row has the same number of places. */
public record Table(List<List<Cell>> rows, @Nullable Integer page, int index, int number) implements Block {

    public int columns() {
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }

    public Cell cell(int row, int column) {
        return rows.get(row).get(column);
    }

    /** Whether the cell at a place begins in another column or covers more than one. */
    public boolean spansColumns(int row, int column) {
        Cell cell = cell(row, column);
        boolean left = column > 0 && cell(row, column - 1) == cell;
        boolean right = column + 1 < columns() && cell(row, column + 1) == cell;
        return !cell.isEmpty() && (left || right);
    }

    /** The place of a cell. */
    public Source source(int row, int column) {
        Cell cell = cell(row, column);
        return new Source(page, index, number, row, column, cell.start(), cell.start() + cell.text().length(),
                Paragraph.snippet(cell.text()));
    }

    /** The place of a whole row. */
    public Source source(int row) {
        StringBuilder text = new StringBuilder();
        int from = Integer.MAX_VALUE;
        int to = 0;
        Cell before = null;
        for (Cell cell : rows.get(row)) {
            if (cell != before && !cell.isEmpty()) {
                text.append(text.isEmpty() ? "" : " | ").append(cell.text());
                from = Math.min(from, cell.start());
                to = Math.max(to, cell.start() + cell.text().length());
            }
            before = cell;
        }
        return new Source(page, index, number, row, null, Math.min(from, to), to, Paragraph.snippet(text.toString()));
    }
}
