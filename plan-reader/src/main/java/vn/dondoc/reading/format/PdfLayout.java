package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.format.PdfPage.Glyph;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.TextDocument;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** Puts the pages together: text in reading order, tables that run over pages as one, page numbers left out. */
final class PdfLayout {

    private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)[-–—\\s]*(?:trang\\s*)?\\d{1,3}(?:\\s*/\\s*\\d{1,3})?[-–—\\s]*");
    private static final Pattern WHITE = Pattern.compile("\\s+");

    private final TextDocument.Builder document;
    private final PdfParagraphs paragraphs;
    private final List<List<RawCell>> rows = new ArrayList<>();
    private @Nullable PdfTable open;
    private int tablePage;

    PdfLayout(TextDocument.Builder document) {
        this.document = document;
        this.paragraphs = new PdfParagraphs(document);
    }

    void lay(List<PdfPage> pages) {
        for (PdfPage page : pages) {
            lay(page);
        }
        closeTable();
        paragraphs.close();
    }

    private void lay(PdfPage page) {
        List<PdfTable> tables = PdfTable.on(page);
        List<List<Glyph>> inside = new ArrayList<>();
        tables.forEach(table -> inside.add(new ArrayList<>()));
        List<Glyph> outside = new ArrayList<>();
        for (Glyph glyph : page.glyphs()) {
            boolean held = false;
            for (int t = 0; t < tables.size(); t++) {
                if (tables.get(t).holds(glyph)) {
                    inside.get(t).add(glyph);
                    held = true;
                }
            }
            if (!held) {
                outside.add(glyph);
            }
        }
        List<PdfLine> lines = withoutPageNumber(PdfLine.of(outside));
        paragraphs.beginPage(page.number(), page.width(), lines);
        int at = 0;
        boolean first = true;
        for (int t = 0; t < tables.size(); t++) {
            PdfTable table = tables.get(t);
            if (inside.get(t).isEmpty()) {
                continue;
            }
            int end = at;
            while (end < lines.size() && lines.get(end).y() < table.top()) {
                end++;
            }
            addText(lines.subList(at, end));
            addTable(table, inside.get(t), page.number(), first && at == end);
            at = end;
            first = false;
        }
        addText(lines.subList(at, lines.size()));
    }

    private void addText(List<PdfLine> lines) {
        if (!lines.isEmpty()) {
            closeTable();
            PdfColumns.inReadingOrder(lines).forEach(paragraphs::add);
        }
    }

    private void addTable(PdfTable table, List<Glyph> glyphs, int page, boolean atTop) {
        List<List<RawCell>> more = table.rows(glyphs);
        PdfTable before = open;
        if (before != null && atTop && before.sameColumns(table)) {
            append(more);
        } else {
            closeTable();
            paragraphs.close();
            rows.addAll(more);
            tablePage = page;
        }
        open = table;
    }

    private void append(List<List<RawCell>> more) {
        List<List<RawCell>> rest = more;
        while (!rest.isEmpty() && !rows.isEmpty() && texts(rest.getFirst()).equals(texts(rows.get(more.size() - rest.size() < rows.size() ? more.size() - rest.size() : 0)))) {
            rest = rest.subList(1, rest.size());
        }
        if (!rest.isEmpty() && carriesOn(rest.getFirst())) {
            rows.add(joined(rows.removeLast(), rest.getFirst()));
            rest = rest.subList(1, rest.size());
        }
        rows.addAll(rest);
    }

    /** A row broken by the page: no ordinal, and something begins small or the row above is unfinished. */
    private boolean carriesOn(List<RawCell> row) {
        List<RawCell> last = rows.getLast();
        if (row.size() != last.size() || row.size() < 3 || !row.getFirst().text().isBlank()) {
            return false;
        }
        return row.stream().map(RawCell::text).filter(text -> !text.isBlank()).anyMatch(text -> Character.isLowerCase(text.strip().codePointAt(0)))
                || row.stream().filter(cell -> !cell.text().isBlank()).count() < row.size() - 1 && row.stream().noneMatch(RawCell::bold);
    }

    private static List<RawCell> joined(List<RawCell> above, List<RawCell> below) {
        List<RawCell> joined = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            String more = below.get(i).text();
            RawCell cell = above.get(i);
            joined.add(more.isBlank() ? cell : new RawCell((cell.text() + " " + more).strip(), cell.bold(), cell.columns(), cell.rows()));
        }
        return joined;
    }

    private static List<String> texts(List<RawCell> row) {
        return row.stream().map(cell -> WHITE.matcher(cell.text()).replaceAll(" ").strip()).toList();
    }

    private void closeTable() {
        if (open != null) {
            document.table(List.copyOf(rows), tablePage);
            rows.clear();
            open = null;
        }
    }

    private static List<PdfLine> withoutPageNumber(List<PdfLine> lines) {
        List<PdfLine> rest = new ArrayList<>(lines);
        if (!rest.isEmpty() && isPageNumber(rest.getFirst())) {
            rest.removeFirst();
        }
        if (!rest.isEmpty() && isPageNumber(rest.getLast())) {
            rest.removeLast();
        }
        return rest;
    }

    private static boolean isPageNumber(PdfLine line) {
        return Search.matches(PAGE_NUMBER, line.text());
    }
}
