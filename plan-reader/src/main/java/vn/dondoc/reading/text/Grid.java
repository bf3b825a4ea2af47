package vn.dondoc.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** Spreads cells with spans over a grid of equal rows and writes their text to the text of the document. */
final class Grid {

    /** More columns than any plan has: a table that claims more is cut, so that a forged span costs nothing. */
    private static final int MOST_COLUMNS = 64;

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern BREAKS = Pattern.compile(" ?\\n[ \\n]*");

    private final StringBuilder text;

    Grid(StringBuilder text) {
        this.text = text;
    }

    List<List<Cell>> fill(List<List<RawCell>> rows) {
        List<List<Cell>> grid = new ArrayList<>();
        rows.forEach(row -> grid.add(new ArrayList<>()));
        for (int r = 0; r < rows.size(); r++) {
            int column = 0;
            for (RawCell raw : rows.get(r)) {
                column = firstFree(grid.get(r), column);
                if (column >= MOST_COLUMNS) {
                    break;
                }
                place(grid, r, column, raw);
                column += Math.clamp(raw.columns(), 1, MOST_COLUMNS);
            }
            text.append('\n');
        }
        return squared(grid);
    }

    private void place(List<List<Cell>> grid, int row, int column, RawCell raw) {
        String line = cellText(raw.text());
        Cell cell = new Cell(line, raw.bold(), row, column, text.length());
        text.append(line).append('\t');
        int lastRow = Math.min(grid.size(), row + Math.max(1, raw.rows()));
        int lastColumn = Math.min(MOST_COLUMNS, column + Math.clamp(raw.columns(), 1, MOST_COLUMNS));
        for (int r = row; r < lastRow; r++) {
            for (int c = column; c < lastColumn; c++) {
                put(grid.get(r), c, cell);
            }
        }
    }

    private static String cellText(String raw) {
        if (Clean.isOneLine(raw)) {
            return raw;
        }
        return BREAKS.matcher(BLANKS.matcher(Clean.characters(raw)).replaceAll(" ")).replaceAll("\n").strip();
    }

    private static int firstFree(List<Cell> row, int from) {
        int column = from;
        while (column < row.size() && row.get(column) != BLANK) {
            column++;
        }
        return column;
    }

    private static void put(List<Cell> row, int column, Cell cell) {
        while (row.size() <= column) {
            row.add(BLANK);
        }
        if (row.get(column) == BLANK) {
            row.set(column, cell);
        }
    }

    private List<List<Cell>> squared(List<List<Cell>> grid) {
        int width = grid.stream().mapToInt(List::size).max().orElse(0);
        List<List<Cell>> square = new ArrayList<>();
        for (int r = 0; r < grid.size(); r++) {
            List<Cell> row = grid.get(r);
            for (int c = 0; c < width; c++) {
                if (c >= row.size()) {
                    row.add(BLANK);
                }
                if (row.get(c) == BLANK) {
                    row.set(c, new Cell("", false, r, c, text.length()));
                }
            }
            square.add(List.copyOf(row));
        }
        return width == 0 ? List.of() : List.copyOf(square);
    }

    private static final Cell BLANK = new Cell("", false, -1, -1, 0);
}
