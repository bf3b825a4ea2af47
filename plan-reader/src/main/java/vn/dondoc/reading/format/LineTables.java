package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** Tables in a text file: lines between pipes, or lines with tabs. */
final class LineTables {

    private static final Pattern RULE = Pattern.compile("\\s*:?-{2,}:?\\s*");
    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");
    private static final int LEAST_TAB_COLUMNS = 3;
    private static final Pattern ORDINAL_HEAD = Pattern.compile("stt|tt|số tt|số thứ tự|thứ tự");
    private static final Pattern ORDINAL = Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,2}){0,2}|[IVX]{1,5}|[A-H])[.)]?");
    /** Lines of one cell; a text that goes on below a table is longer than the rest of a cell. */
    private static final int MOST_WRAPPED = 2;
    private static final int SHORT = 30;

    private LineTables() {
    }

    /** The end of the table that begins at a line, or the line itself where none begins. */
    static int end(List<TextLine> lines, int from) {
        TextLine first = lines.get(from);
        if (!first.isTableRow()) {
            return from;
        }
        boolean pipes = first.raw().strip().startsWith("|");
        if (!pipes && filled(first) < LEAST_TAB_COLUMNS) {
            return from;
        }
        int end = from;
        while (end < lines.size() && (belongs(lines.get(end), pipes) || !pipes && isWrapped(lines, from, end))) {
            end++;
        }
        return end;
    }

    private static boolean belongs(TextLine line, boolean pipes) {
        return pipes ? line.raw().strip().startsWith("|") : line.raw().contains("\t");
    }

    private static long filled(TextLine line) {
        return Arrays.stream(line.cells()).filter(cell -> !cell.isBlank()).count();
    }

    /** The rest of a cell whose row was wrapped: no cell of its own, and a row follows close behind. */
    private static boolean isWrapped(List<TextLine> lines, int from, int at) {
        TextLine line = lines.get(at);
        boolean plain = line.blanks() == 0 && !line.standsAlone() && !line.isUpper() && line.heading() == 0 && !line.opensSignature();
        boolean rowBelow = lines.subList(at + 1, Math.min(lines.size(), at + 1 + MOST_WRAPPED)).stream().anyMatch(next -> belongs(next, false));
        boolean short_ = lines.get(at - 1).cells().length < lines.get(from).cells().length;
        return plain && isNumbered(lines.get(from)) && (rowBelow || short_ || line.text().length() < SHORT);
    }

    private static boolean isNumbered(TextLine head) {
        return Search.matches(ORDINAL_HEAD, Fold.fold(head.cells()[0].strip()));
    }

    /** Rows that were wrapped in one line each: only a row begins with its ordinal. */
    private static List<String[]> unwrapped(List<TextLine> lines) {
        List<String[]> rows = new ArrayList<>();
        boolean numbered = !lines.getFirst().raw().strip().startsWith("|") && isNumbered(lines.getFirst());
        int width = lines.getFirst().cells().length;
        for (TextLine line : lines) {
            String[] cells = line.cells();
            String[] above = rows.isEmpty() || !numbered ? null : rows.getLast();
            boolean mayGoOn = rows.size() > 1 && !Search.matches(ORDINAL, cells[0].strip()) && !cells[0].isBlank();
            if (above != null && mayGoOn && above.length + cells.length - 1 <= width) {
                rows.set(rows.size() - 1, joined(above, cells));
            } else {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String[] joined(String[] above, String[] below) {
        String[] row = Arrays.copyOf(above, above.length + below.length - 1);
        row[above.length - 1] = above[above.length - 1] + " " + below[0].strip();
        System.arraycopy(below, 1, row, above.length, below.length - 1);
        return row;
    }

    static List<List<RawCell>> rows(List<TextLine> lines) {
        List<List<RawCell>> rows = new ArrayList<>();
        for (String[] cells : unwrapped(lines)) {
            boolean rule = Arrays.stream(cells).allMatch(cell -> Search.matches(RULE, cell));
            if (!rule) {
                rows.add(Arrays.stream(cells).map(LineTables::cell).toList());
            }
        }
        return rows;
    }

    private static RawCell cell(String raw) {
        boolean bold = raw.contains("**");
        return new RawCell(LINE_BREAK.matcher(raw).replaceAll("\n").replace("\\|", "|").replace("*", "").strip(), bold, 1, 1);
    }
}
