package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** Tables in a text file: lines between pipes, or lines with tabs. */
final class LineTables {

    private static final Pattern RULE = Pattern.compile("\\s*:?-{2,}:?\\s*");
    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>");
    private static final int LEAST_TAB_COLUMNS = 3;

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
        while (end < lines.size() && belongs(lines.get(end), pipes)) {
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

    static List<List<RawCell>> rows(List<TextLine> lines) {
        List<List<RawCell>> rows = new ArrayList<>();
        for (TextLine line : lines) {
            String[] cells = line.cells();
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
