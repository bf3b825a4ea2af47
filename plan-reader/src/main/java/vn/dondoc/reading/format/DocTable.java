package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** The rows of a Word 97 table, whose merged cells are told by where the edges of cells stand. */
final class DocTable {

    /** Edges that lie closer, in twentieths of a point, are one: rows of one table are often drawn a little apart. */
    private static final int SLACK = 120;

    /**
     * A cell as it is drawn.
     *
     * @param joinsLeft whether it belongs to the cell at its left
     * @param joinsAbove whether it belongs to the cell above
     */
    record Drawn(String text, boolean bold, int left, int right, boolean joinsLeft, boolean joinsAbove) {
    }

    private final List<List<Drawn>> rows;
    private final List<Integer> edges;

    DocTable(List<List<Drawn>> rows) {
        this.rows = rows.stream().map(DocTable::joined).toList();
        this.edges = edges(this.rows);
    }

    List<List<RawCell>> rows() {
        List<List<RawCell>> found = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<RawCell> row = new ArrayList<>();
            for (Drawn cell : rows.get(r)) {
                if (!cell.joinsAbove() || r == 0) {
                    row.add(new RawCell(cell.text(), cell.bold(), Math.max(1, column(cell.right()) - column(cell.left())), rowsBelow(r, cell)));
                }
            }
            found.add(row);
        }
        return found;
    }

    private static List<Drawn> joined(List<Drawn> cells) {
        List<Drawn> joined = new ArrayList<>();
        for (Drawn cell : cells) {
            if (cell.joinsLeft() && !joined.isEmpty()) {
                Drawn first = joined.removeLast();
                joined.add(new Drawn((first.text() + "\n" + cell.text()).strip(), first.bold(), first.left(), cell.right(), first.joinsLeft(), first.joinsAbove()));
            } else {
                joined.add(cell);
            }
        }
        return joined;
    }

    private static List<Integer> edges(List<List<Drawn>> rows) {
        TreeSet<Integer> all = new TreeSet<>();
        rows.forEach(row -> row.forEach(cell -> {
            all.add(cell.left());
            all.add(cell.right());
        }));
        List<Integer> edges = new ArrayList<>();
        for (int edge : all) {
            if (edges.isEmpty() || edge - edges.getLast() > SLACK) {
                edges.add(edge);
            }
        }
        return edges;
    }

    private int column(int edge) {
        int column = 0;
        while (column + 1 < edges.size() && edges.get(column + 1) <= edge) {
            column++;
        }
        return column;
    }

    private int rowsBelow(int row, Drawn cell) {
        int covered = 1;
        while (row + covered < rows.size() && goesOn(rows.get(row + covered), cell)) {
            covered++;
        }
        return covered;
    }

    private boolean goesOn(List<Drawn> row, Drawn above) {
        return row.stream().anyMatch(cell -> cell.joinsAbove() && column(cell.left()) == column(above.left()));
    }
}
