package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Cell;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.Table;

/**
 * A table of tasks or targets with its columns known: heads may span rows and columns, stand after a title row, and be
 * repeated on each page.
 *
 * @param heads printed head of each column
 * @param first row below the heads
 */
record PlanTable(Table table, List<Column> columns, List<String> heads, int first) {

    private static final int DEEPEST_HEAD = 6;
    private static final Pattern GROUPS = Pattern.compile("^(?:nhóm|lĩnh vực|mảng)(?!\\p{L})");
    private static final Pattern COLUMN_NUMBERS = Pattern.compile("\\(?[\\d]{1,2}\\)?|\\([a-z]\\)|[a-z]|\\(\\d\\)\\s*=.*");

    /** Null where the table has no heads of a plan: a layout table, or one about something else. */
    static @Nullable PlanTable of(Table table) {
        PlanTable best = null;
        int bestScore = 0;
        int depth = Math.min(DEEPEST_HEAD, table.rows().size());
        for (int top = 0; top < depth; top++) {
            for (int bottom = top; bottom < Math.min(depth, top + 3); bottom++) {
                if (bottom > top && !continuesHead(table, top, bottom)) {
                    break;
                }
                PlanTable candidate = withHeads(table, top, bottom);
                int score = candidate.score();
                if (score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    /** A head goes on in the next row only where cells span columns above it or rows into it. */
    private static boolean continuesHead(Table table, int top, int row) {
        for (int c = 0; c < table.columns(); c++) {
            boolean spansInto = table.cell(row, c).row() < row && !table.cell(row, c).isEmpty();
            boolean underSpan = table.spansColumns(top, c);
            if (spansInto || underSpan) {
                return true;
            }
        }
        boolean upper = table.cell(row, 0).isEmpty() && table.rows().get(row).stream().filter(cell -> !cell.isEmpty())
                .allMatch(cell -> Column.ofHead(Fold.fold(Clean.line(cell.text()))) != Column.OTHER && cell.text().length() < 40);
        return upper && table.rows().get(top).stream().anyMatch(Cell::isEmpty);
    }

    private static PlanTable withHeads(Table table, int top, int bottom) {
        List<Column> columns = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        for (int c = 0; c < table.columns(); c++) {
            StringBuilder head = new StringBuilder();
            Cell before = null;
            Column column = Column.OTHER;
            for (int r = top; r <= bottom; r++) {
                Cell cell = table.cell(r, c);
                if (cell != before && !cell.isEmpty()) {
                    String text = Clean.line(cell.text());
                    head.append(head.isEmpty() ? "" : " ").append(text);
                    Column own = Column.ofHead(Fold.fold(text));
                    column = own == Column.OTHER ? column : own;
                }
                before = cell;
            }
            heads.add(head.toString());
            columns.add(column);
        }
        boolean leads = columns.contains(Column.DUE) && !columns.contains(Column.LEAD) && !columns.contains(Column.TARGET);
        for (int c = 0; leads && c < columns.size(); c++) {
            if (Fold.fold(heads.get(c)).equals("đơn vị")) {
                columns.set(c, Column.LEAD);
            }
        }
        settleNames(columns, heads);
        return new PlanTable(table, columns, heads, firstRow(table, bottom + 1));
    }

    /** A column of groups names no work beside one that does; what is counted is named by the first column that says nothing else. */
    private static void settleNames(List<Column> columns, List<String> heads) {
        for (int c = 0; c < columns.size(); c++) {
            boolean several = columns.stream().filter(column -> column == Column.TASK).count() > 1;
            if (several && columns.get(c) == Column.TASK && Search.finds(GROUPS, Fold.fold(heads.get(c)))) {
                columns.set(c, Column.OTHER);
            }
        }
        int other = columns.indexOf(Column.OTHER);
        boolean counts = columns.contains(Column.UNIT_OF_MEASURE) && columns.contains(Column.VALUE);
        if (counts && other >= 0 && !columns.contains(Column.TASK) && !columns.contains(Column.TARGET)) {
            columns.set(other, Column.TARGET);
        }
    }

    private static int firstRow(Table table, int row) {
        int first = row;
        while (first < table.rows().size() && table.rows().get(first).stream().filter(cell -> !cell.isEmpty())
                .allMatch(cell -> Search.matches(COLUMN_NUMBERS, Fold.fold(cell.text())))
                && table.rows().get(first).stream().filter(cell -> !cell.isEmpty()).count() >= 3) {
            first++;
        }
        return first;
    }

    private int score() {
        boolean names = columns.contains(Column.TASK) || columns.contains(Column.TARGET);
        long known = columns.stream().filter(column -> column != Column.OTHER).distinct().count();
        boolean useful = columns.stream().anyMatch(column -> switch (column) {
            case LEAD, LEAD_AND_COORDINATING, COORDINATING, DUE, UNIT_OF_MEASURE, VALUE, PRODUCT -> true;
            case TARGET -> columns.stream().filter(other -> other == Column.TARGET).count() > 1;
            default -> false;
        });
        boolean wide = heads.stream().anyMatch(head -> head.length() > 160);
        return names && useful && known >= 2 && !wide ? (int) known * 10 - (int) columns.stream().filter(column -> column == Column.OTHER).count() : 0;
    }

    /** Whether rows are targets: a measure with its unit or its aimed value, and no deadline for doing something. */
    boolean isOfTargets() {
        boolean measured = columns.contains(Column.UNIT_OF_MEASURE) || columns.contains(Column.VALUE);
        boolean named = columns.contains(Column.TARGET);
        boolean worked = columns.contains(Column.DUE) && (columns.contains(Column.LEAD) || columns.contains(Column.COORDINATING));
        if (columns.contains(Column.TASK) && worked && !columns.contains(Column.UNIT_OF_MEASURE)) {
            return false;
        }
        return named && (measured || columns.stream().filter(column -> column == Column.TARGET).count() > 1 || columns.contains(Column.PRODUCT))
                || columns.contains(Column.UNIT_OF_MEASURE) && !worked && (columns.contains(Column.VALUE) || !columns.contains(Column.LEAD));
    }

    /** First column of a kind, -1 without one. */
    int column(Column kind) {
        return columns.indexOf(kind);
    }

    String text(int row, int column) {
        return column < 0 ? "" : Clean.line(table.cell(row, column).text());
    }

    /** With its line breaks, for lists inside a cell. */
    String lines(int row, int column) {
        return column < 0 ? "" : table.cell(row, column).text();
    }

    boolean repeatsHeads(int row) {
        for (int c = 0; c < heads.size(); c++) {
            if (!heads.get(c).isEmpty() && !text(row, c).isEmpty() && !heads.get(c).startsWith(text(row, c)) && !heads.get(c).endsWith(text(row, c))) {
                return false;
            }
        }
        return table.rows().get(row).stream().filter(cell -> !cell.isEmpty()).count() >= 2;
    }

    List<Integer> columns(Column kind) {
        List<Integer> found = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c) == kind) {
                found.add(c);
            }
        }
        return found;
    }
}
