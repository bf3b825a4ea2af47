package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Cell;
import vn.dondoc.reading.text.Search;

/** The rows of a plan table below its heads: groups and entries, rows carried over a page joined. */
final class TableRows {

    /**
     * An entry or a group.
     *
     * @param cells text of each column with its line breaks
     * @param row its first row in the table
     */
    record Row(int row, String ordinal, List<String> cells, boolean group, @Nullable String groupName) {
    }

    private static final Pattern GROUP_ORDINAL = Pattern.compile("(?:[IVX]{1,6}|[A-HĐ])\\s*[.)]?");
    private static final Pattern SUM = Pattern.compile("^(?:tổng(?: số| cộng| kinh phí)?|cộng)\\s*(?:\\(.*\\))?\\s*[:.]?$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final PlanTable table;
    private final int ordinalColumn;
    private final int nameColumn;

    TableRows(PlanTable table) {
        this.table = table;
        this.ordinalColumn = table.column(Column.ORDINAL);
        int target = targetNames(table);
        int task = table.column(Column.TASK);
        this.nameColumn = table.isOfTargets() && target >= 0 && (task < 0 || target < task) ? target : task >= 0 ? task : target;
    }

    /** "Mục tiêu 2026" holds values; the column of names has no year in its head. */
    private static int targetNames(PlanTable table) {
        return table.columns(Column.TARGET).stream().filter(column -> !table.heads().get(column).matches(".*20\\d{2}.*")).findFirst()
                .orElse(table.column(Column.TARGET));
    }

    int nameColumn() {
        return nameColumn;
    }

    List<Row> entries() {
        List<Row> rows = new ArrayList<>();
        boolean numberedGroups = numberedGroups();
        String group = null;
        for (int r = table.first(); r < table.table().rows().size(); r++) {
            if (isBlank(r) || table.repeatsHeads(r)) {
                continue;
            }
            if (!rows.isEmpty() && goesOn(r)) {
                rows.set(rows.size() - 1, joined(rows.getLast(), r));
                continue;
            }
            String name = table.text(r, nameColumn);
            if (isGroup(r, numberedGroups)) {
                group = PlannedWork.titleOf(name.isEmpty() ? firstText(r) : withoutOrdinal(name));
                rows.add(new Row(r, ordinal(r), cells(r), true, group));
            } else if (!Search.matches(SUM, name)) {
                rows.add(new Row(r, ordinal(r), cells(r), false, group));
            }
        }
        return rows;
    }

    private static String withoutOrdinal(String name) {
        return name.replaceFirst("^(?:[IVX]{1,6}|[A-HĐ]|\\d{1,2})\\s*[.)]\\s*", "");
    }

    private String ordinal(int row) {
        return table.text(row, ordinalColumn).replaceFirst("[.)]$", "");
    }

    private String firstText(int row) {
        return table.table().rows().get(row).stream().map(Cell::text).filter(text -> !text.isBlank() && text.length() > 3).findFirst().orElse("");
    }

    private List<String> cells(int row) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < table.table().columns(); c++) {
            cells.add(table.lines(row, c));
        }
        return cells;
    }

    private boolean isBlank(int row) {
        return table.table().rows().get(row).stream().allMatch(Cell::isEmpty);
    }

    private boolean isGroup(int row, boolean numberedGroups) {
        if (nameColumn >= 0 && ordinalColumn >= 0 && nameColumn != ordinalColumn && onlyMarkFilled(row)) {
            return true;
        }
        boolean wide = nameColumn >= 0 && table.table().spansColumns(row, nameColumn) && onlyNameFilled(row, true);
        if (wide) {
            return true;
        }
        if (!onlyNameFilled(row, false)) {
            return false;
        }
        String ordinal = table.text(row, ordinalColumn);
        boolean marked = Search.matches(GROUP_ORDINAL, ordinal) || ordinal.isEmpty() && looksLikeHeading(row);
        return marked || !numberedGroups && hasPartsBelow(row, ordinal);
    }

    /** "THÁNG 02" alone in the narrow first column. */
    private boolean onlyMarkFilled(int row) {
        boolean words = table.text(row, ordinalColumn).length() > 4 && table.text(row, ordinalColumn).indexOf(' ') > 0;
        return words && table.table().rows().get(row).stream().allMatch(cell -> cell.isEmpty() || cell == table.table().cell(row, ordinalColumn));
    }

    private boolean looksLikeHeading(int row) {
        String name = table.text(row, nameColumn);
        boolean bold = nameColumn >= 0 && table.table().cell(row, nameColumn).bold();
        boolean upper = name.equals(name.toUpperCase(java.util.Locale.ROOT)) && !name.isEmpty();
        boolean numbered = name.matches("^(?:[IVX]{1,6}|[A-HĐ])\\s*[.)]\\s.*");
        return bold || upper || numbered || ordinalColumn >= 0 && Character.isUpperCase(name.isEmpty() ? ' ' : name.charAt(0));
    }

    private boolean hasPartsBelow(int row, String ordinal) {
        if (row + 1 >= table.table().rows().size() || ordinal.isEmpty()) {
            return false;
        }
        String next = table.text(row + 1, ordinalColumn);
        return next.startsWith(ordinal.replaceFirst("\\.$", "") + ".") || next.matches("[a-zđ][.)]?|[-–—−+]");
    }

    private boolean numberedGroups() {
        for (int r = table.first(); r < table.table().rows().size(); r++) {
            if (Search.matches(GROUP_ORDINAL, table.text(r, ordinalColumn))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but the name (and the ordinal) is filled; a merged cell counts as the name. */
    private boolean onlyNameFilled(int row, boolean merged) {
        Cell name = nameColumn < 0 ? null : table.table().cell(row, nameColumn);
        if (name == null || name.isEmpty()) {
            return false;
        }
        for (int c = 0; c < table.table().columns(); c++) {
            Cell cell = table.table().cell(row, c);
            boolean other = c != nameColumn && c != ordinalColumn && !cell.isEmpty() && cell != name;
            boolean spread = c != nameColumn && c != ordinalColumn && cell == name && !merged;
            boolean fromAbove = cell.row() < row;
            if (other && !fromAbove || spread) {
                return false;
            }
        }
        return name.row() == row;
    }

    /** A row that only carries on the one above: no ordinal, and its text begins small. */
    private boolean goesOn(int row) {
        if (ordinalColumn >= 0 && !table.text(row, ordinalColumn).isEmpty()) {
            return false;
        }
        boolean small = false;
        for (int c = 0; c < table.table().columns(); c++) {
            Cell cell = table.table().cell(row, c);
            if (c == ordinalColumn || cell.isEmpty() || cell.row() < row) {
                continue;
            }
            boolean low = Character.isLowerCase(cell.text().codePointAt(0));
            if (c == nameColumn && !low) {
                return false;
            }
            small |= low || nameColumn >= 0 && table.text(row, nameColumn).isEmpty();
        }
        return small;
    }

    private Row joined(Row above, int row) {
        List<String> cells = new ArrayList<>(above.cells());
        for (int c = 0; c < cells.size(); c++) {
            String more = table.lines(row, c);
            boolean own = table.table().cell(row, c).row() == row;
            if (!more.isBlank() && own && c != ordinalColumn) {
                cells.set(c, cells.get(c).isEmpty() ? more : cells.get(c) + " " + more);
            }
        }
        return new Row(above.row(), above.ordinal(), cells, above.group(), above.groupName());
    }
}
