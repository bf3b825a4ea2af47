package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.format.DocTable.Drawn;
import vn.dondoc.reading.text.Style;
import vn.dondoc.reading.text.TextDocument;

/** Word 97 documents: paragraphs with the numbers Word computes, and tables with their merged cells. */
final class DocExtractor implements Extractor {

    @Override
    public TextDocument extract(byte[] file) {
        try (HWPFDocument word = new HWPFDocument(new ByteArrayInputStream(file))) {
            Secrecy.refuseMargins(text(word.getHeaderStoryRange()));
            TextDocument.Builder document = new TextDocument.Builder();
            DocNumbers numbers = new DocNumbers();
            Range range = word.getRange();
            int at = 0;
            while (at < range.numParagraphs()) {
                Paragraph paragraph = range.getParagraph(at);
                if (paragraph.isInTable()) {
                    Table table = range.getTable(paragraph);
                    document.table(new DocTable(rows(table, numbers)).rows(), null);
                    at += Math.max(1, table.numParagraphs());
                } else {
                    addLines(paragraph, numbers, document);
                    at++;
                }
            }
            return document.build();
        } catch (EncryptedDocumentException encrypted) {
            throw new UnreadableException(UnreadableCode.FILE_ENCRYPTED, String.valueOf(encrypted.getMessage()));
        } catch (IOException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
    }

    private static void addLines(Paragraph paragraph, DocNumbers numbers, TextDocument.Builder document) {
        Style style = new Style(0, isBold(paragraph), paragraph.getJustification() == 1);
        for (String line : numbered(paragraph, numbers).split("[\u000B\\n]")) {
            document.paragraph(line, style, null);
        }
    }

    private static String numbered(Paragraph paragraph, DocNumbers numbers) {
        String text = text(paragraph);
        return text.isEmpty() || !paragraph.isInList() ? text : mark(paragraph, numbers) + text;
    }

    /** A list that the file names but does not describe is one of bullets. */
    private static String mark(Paragraph paragraph, DocNumbers numbers) {
        try {
            HWPFList list = paragraph.getList();
            return list.getListData() == null ? "- " : numbers.before(list, paragraph.getIlfo(), paragraph.getIlvl());
        } catch (IllegalStateException | NoSuchElementException | IndexOutOfBoundsException | NullPointerException undescribed) {
            return "- ";
        }
    }

    private static boolean isBold(Range range) {
        return range.numCharacterRuns() > 0 && range.getCharacterRun(0).isBold();
    }

    private static String text(Range range) {
        return Range.stripFields(range.text()).replace("\r", "\n").replace("\u0007", "").strip();
    }

    private static List<List<Drawn>> rows(Table table, DocNumbers numbers) {
        List<List<Drawn>> rows = new ArrayList<>();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            List<Drawn> cells = new ArrayList<>();
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                boolean below = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
                cells.add(new Drawn(cellText(cell, numbers), isBold(cell), cell.getLeftEdge(), cell.getLeftEdge() + cell.getWidth(),
                        cell.isMerged() && !cell.isFirstMerged(), below));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String cellText(TableCell cell, DocNumbers numbers) {
        StringBuilder text = new StringBuilder();
        for (int p = 0; p < cell.numParagraphs(); p++) {
            String line = numbered(cell.getParagraph(p), numbers);
            text.append(text.isEmpty() || line.isEmpty() ? "" : "\n").append(line);
        }
        return text.toString();
    }
}
