package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** The rows of a Word table with their merged cells; rows and cells inside content controls count, deleted rows do not. */
final class DocxTable {

    private static final Set<String> WRAPPERS = Set.of("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo");
    private static final int MOST_COLUMNS = 64;

    private final DocxNumbers numbers;

    DocxTable(DocxNumbers numbers) {
        this.numbers = numbers;
    }

    /** Whether an element only wraps content: a content control, an insertion. */
    static boolean holdsContent(String name) {
        return WRAPPERS.contains(name);
    }

    List<List<RawCell>> rows(CTTbl table) {
        List<List<CTTc>> cells = new ArrayList<>();
        for (CTRow row : inside(table, CTRow.class)) {
            if (!isDeleted(row)) {
                cells.add(inside(row, CTTc.class));
            }
        }
        List<List<RawCell>> rows = new ArrayList<>();
        for (int r = 0; r < cells.size(); r++) {
            rows.add(row(cells, r));
        }
        return rows;
    }

    private List<RawCell> row(List<List<CTTc>> cells, int at) {
        List<RawCell> row = new ArrayList<>();
        int column = 0;
        for (CTTc cell : cells.get(at)) {
            int span = span(cell);
            if (!isContinued(cell)) {
                Written written = new Written();
                read(cell, written);
                row.add(new RawCell(written.text.toString(), written.bold && !written.text.isEmpty(), span, rowsBelow(cells, at, column)));
            }
            column += span;
        }
        return row;
    }

    private static <T extends XmlObject> List<T> inside(XmlObject container, Class<T> kind) {
        List<T> found = new ArrayList<>();
        try (XmlCursor cursor = container.newCursor()) {
            for (boolean more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
                XmlObject part = cursor.getObject();
                if (kind.isInstance(part)) {
                    found.add(kind.cast(part));
                } else if (holdsContent(cursor.getName().getLocalPart())) {
                    found.addAll(inside(part, kind));
                }
            }
        }
        return found;
    }

    private static boolean isDeleted(CTRow row) {
        return row.getTrPr() != null && row.getTrPr().getDel() != null;
    }

    /** What was read of a cell so far, and whether all its own paragraphs are bold. */
    private static final class Written {

        private final StringBuilder text = new StringBuilder();
        private boolean bold = true;

        void add(String lines) {
            if (!lines.isBlank()) {
                text.append(text.isEmpty() ? "" : "\n").append(lines);
            }
        }
    }

    /** Paragraphs in lines; a table inside the cell gives a line a row. */
    private void read(XmlObject cell, Written written) {
        try (XmlCursor cursor = cell.newCursor()) {
            for (boolean more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
                XmlObject part = cursor.getObject();
                switch (part) {
                    case CTP paragraph -> readParagraph(paragraph, written);
                    case CTTbl inner -> written.add(innerTable(inner));
                    default -> {
                        if (holdsContent(cursor.getName().getLocalPart())) {
                            read(part, written);
                        }
                    }
                }
            }
        }
    }

    private void readParagraph(CTP source, Written written) {
        DocxText read = DocxText.of(source);
        if (!read.text().isBlank()) {
            written.add(numbers.before(source) + read.text());
            written.bold &= read.isBold();
        }
        read.boxes().forEach(written::add);
    }

    private String innerTable(CTTbl table) {
        StringBuilder text = new StringBuilder();
        for (List<RawCell> row : rows(table)) {
            String line = String.join(" ", row.stream().map(RawCell::text).filter(cell -> !cell.isBlank()).toList());
            text.append(text.isEmpty() || line.isBlank() ? "" : "\n").append(line);
        }
        return text.toString();
    }

    private static int span(CTTc cell) {
        CTTcPr properties = cell.getTcPr();
        return properties != null && properties.isSetGridSpan() ? Math.clamp(properties.getGridSpan().getVal().longValue(), 1, MOST_COLUMNS) : 1;
    }

    private static boolean isContinued(CTTc cell) {
        CTTcPr properties = cell.getTcPr();
        return properties != null && properties.isSetVMerge() && properties.getVMerge().getVal() != STMerge.RESTART;
    }

    /** How many rows a cell covers: itself and the continued cells at the same place below. */
    private static int rowsBelow(List<List<CTTc>> rows, int row, int column) {
        int covered = 1;
        while (row + covered < rows.size() && continuedAt(rows.get(row + covered), column)) {
            covered++;
        }
        return covered;
    }

    private static boolean continuedAt(List<CTTc> row, int column) {
        int at = 0;
        for (CTTc cell : row) {
            if (at == column) {
                return isContinued(cell);
            }
            at += span(cell);
        }
        return false;
    }
}
