package vn.dondoc.task.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook that is written row by row. Every cell is a text, marked so: what begins with = + - @ stays a text in every program.
 */
public final class TextWorkbook implements AutoCloseable {

    /** So many rows are kept; the others are in a temporary file. */
    private static final int ROWS_KEPT = 100;
    private static final int CHARACTER = 256;
    private static final int LONGEST = 32_000;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_KEPT);
    private final CellStyle title;
    private final CellStyle plain;
    private final CellStyle heading;
    private final CellStyle cell;

    public TextWorkbook() {
        workbook.setCompressTempFiles(true);
        workbook.setZip64Mode(Zip64Mode.AsNeeded);
        title = style(true, false, false);
        plain = style(false, false, false);
        heading = style(true, true, true);
        cell = style(false, true, true);
    }

    /** @param width in characters */
    public record Column(String heading, int width) {}

    /**
     * A new sheet with its title, lines below it, and headings that stay in sight and repeat on each printed page.
     *
     * @param name at most 31 characters, none of {@code []:*?/\}
     */
    public Rows sheet(String name, String titled, List<String> lines, List<Column> columns) {
        var sheet = workbook.createSheet(name);
        var rows = new Rows(sheet);
        rows.add(List.of(titled), title);
        lines.forEach(line -> rows.add(List.of(line), plain));
        rows.add(columns.stream().map(Column::heading).toList(), heading);
        for (int at = 0; at < columns.size(); at++) {
            sheet.setColumnWidth(at, columns.get(at).width() * CHARACTER);
        }
        sheet.createFreezePane(0, rows.next);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(rows.next - 1, rows.next - 1, -1, -1));
        return rows;
    }

    public void writeTo(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** The rows of a sheet, one below the other. */
    public final class Rows {

        private final SXSSFSheet sheet;
        private int next;

        private Rows(SXSSFSheet sheet) {
            this.sheet = sheet;
        }

        public void add(List<String> texts) {
            add(texts, cell);
        }

        private void add(List<String> texts, CellStyle style) {
            var row = sheet.createRow(next++);
            for (int column = 0; column < texts.size(); column++) {
                put(row, column, texts.get(column), style);
            }
        }

        private static void put(Row row, int column, String text, CellStyle style) {
            var target = row.createCell(column);
            target.setCellStyle(style);
            if (!text.isEmpty()) {
                target.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        }
    }

    private CellStyle style(boolean bold, boolean bordered, boolean wrapped) {
        var font = workbook.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 12);
        font.setBold(bold);
        var style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(wrapped);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setQuotePrefixed(true);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        if (bordered) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }
}
