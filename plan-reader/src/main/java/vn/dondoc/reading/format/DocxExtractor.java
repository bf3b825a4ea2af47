package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.text.Style;
import vn.dondoc.reading.text.TextDocument;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** Word documents: paragraphs with the numbers Word computes, and tables with their merged cells. */
final class DocxExtractor implements Extractor {

    @Override
    public TextDocument extract(byte[] file) {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            TextDocument.Builder document = new TextDocument.Builder();
            read(word, new DocxNumbers(word), document);
            return document.build();
        } catch (IOException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
    }

    private static void read(IBody body, DocxNumbers numbers, TextDocument.Builder document) {
        for (IBodyElement element : body.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> readParagraph(paragraph, numbers, document);
                case XWPFTable table -> document.table(rows(table, numbers), null);
                case XWPFSDT content -> content.getContent().getText().lines().forEach(document::paragraph);
                default -> { }
            }
        }
    }

    private static void readParagraph(XWPFParagraph paragraph, DocxNumbers numbers, TextDocument.Builder document) {
        String text = numbers.before(paragraph) + text(paragraph);
        Style style = new Style(heading(paragraph), isBold(paragraph), paragraph.getAlignment() == ParagraphAlignment.CENTER);
        for (String line : text.split("\n")) {
            document.paragraph(line, style, null);
        }
    }

    /** Without the footnotes that the library puts behind the text. */
    private static String text(XWPFParagraph paragraph) {
        String text = paragraph.getText();
        String notes = paragraph.getFootnoteText();
        return notes != null && !notes.isEmpty() && text.endsWith(notes) ? text.substring(0, text.length() - notes.length()) : text;
    }

    private static int heading(XWPFParagraph paragraph) {
        String style = paragraph.getStyleID();
        if (style == null) {
            return 0;
        }
        if (style.matches("(?i)heading\\s?[1-9]")) {
            return style.charAt(style.length() - 1) - '0';
        }
        return style.matches("(?i)(sub)?title") ? 1 : 0;
    }

    private static boolean isBold(XWPFParagraph paragraph) {
        List<XWPFRun> written = paragraph.getRuns().stream().filter(run -> !run.text().isBlank()).toList();
        return !written.isEmpty() && written.stream().allMatch(XWPFRun::isBold);
    }

    private static List<List<RawCell>> rows(XWPFTable table, DocxNumbers numbers) {
        List<List<RawCell>> rows = new ArrayList<>();
        List<XWPFTableRow> source = table.getRows();
        for (int r = 0; r < source.size(); r++) {
            List<RawCell> row = new ArrayList<>();
            int column = 0;
            for (XWPFTableCell cell : source.get(r).getTableCells()) {
                int span = span(cell);
                if (!isContinued(cell)) {
                    row.add(new RawCell(text(cell, numbers), isBold(cell), span, rowsBelow(source, r, column)));
                }
                column += span;
            }
            rows.add(row);
        }
        return rows;
    }

    private static boolean isBold(XWPFTableCell cell) {
        List<XWPFParagraph> written = cell.getParagraphs().stream().filter(paragraph -> !paragraph.getText().isBlank()).toList();
        return !written.isEmpty() && written.stream().allMatch(DocxExtractor::isBold);
    }

    private static String text(XWPFTableCell cell, DocxNumbers numbers) {
        StringBuilder text = new StringBuilder();
        for (IBodyElement element : cell.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> text.append(text.isEmpty() ? "" : "\n").append(numbers.before(paragraph)).append(text(paragraph));
                case XWPFTable inner -> text.append(text.isEmpty() ? "" : "\n").append(inner.getText());
                default -> { }
            }
        }
        return text.toString();
    }

    private static int span(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null && properties.isSetGridSpan() ? Math.clamp(properties.getGridSpan().getVal().longValue(), 1, 64) : 1;
    }

    private static boolean isContinued(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null && properties.isSetVMerge() && properties.getVMerge().getVal() != STMerge.RESTART;
    }

    /** How many rows a cell covers: itself and the continued cells at the same place below. */
    private static int rowsBelow(List<XWPFTableRow> rows, int row, int column) {
        int covered = 1;
        while (row + covered < rows.size() && continuedAt(rows.get(row + covered), column)) {
            covered++;
        }
        return covered;
    }

    private static boolean continuedAt(XWPFTableRow row, int column) {
        int at = 0;
        for (XWPFTableCell cell : row.getTableCells()) {
            if (at == column) {
                return isContinued(cell);
            }
            at += span(cell);
        }
        return false;
    }
}
