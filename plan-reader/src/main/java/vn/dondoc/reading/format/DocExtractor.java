package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.text.Style;
import vn.dondoc.reading.text.TextDocument;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** Word 97 documents: paragraphs and tables; automatic numbers are not stored in a form that is read. */
final class DocExtractor implements Extractor {

    @Override
    public TextDocument extract(byte[] file) {
        try (HWPFDocument word = new HWPFDocument(new ByteArrayInputStream(file))) {
            TextDocument.Builder document = new TextDocument.Builder();
            Range range = word.getRange();
            int at = 0;
            while (at < range.numParagraphs()) {
                Paragraph paragraph = range.getParagraph(at);
                if (paragraph.isInTable()) {
                    Table table = range.getTable(paragraph);
                    document.table(rows(table), null);
                    at += Math.max(1, table.numParagraphs());
                } else {
                    addLines(paragraph, document);
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

    private static void addLines(Paragraph paragraph, TextDocument.Builder document) {
        boolean bold = paragraph.numCharacterRuns() > 0 && paragraph.getCharacterRun(0).isBold();
        Style style = new Style(0, bold, paragraph.getJustification() == 1);
        for (String line : text(paragraph).split("[\u000B\\n]")) {
            document.paragraph((paragraph.isInList() && line.length() > 1 ? "- " : "") + line, style, null);
        }
    }

    private static String text(Range range) {
        return Range.stripFields(range.text()).replace("\r", "\n").replace("\u0007", "").strip();
    }

    private static List<List<RawCell>> rows(Table table) {
        List<List<RawCell>> rows = new ArrayList<>();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            List<RawCell> cells = new ArrayList<>();
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                boolean bold = cell.numCharacterRuns() > 0 && cell.getCharacterRun(0).isBold();
                cells.add(new RawCell(text(cell), bold, 1, 1));
            }
            rows.add(cells);
        }
        return rows;
    }
}
