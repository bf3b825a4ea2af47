package vn.dondoc.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes tables as .xlsx, row by row: a number is a number, all else a quoted text, so that no program takes what begins with = + - @ for a formula. */
public final class WorkbookWriter implements AutoCloseable {

    private static final int CHARACTER = 256;
    /** A cell holds 32,767 characters; what is longer is cut. */
    private static final int LONGEST = 32_000;

    /** So many rows are kept; the others are in a temporary file. */
    private static final int ROWS_KEPT = 100;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_KEPT);
    private final CellStyle heading;
    private final CellStyle text;
    private final CellStyle whole;
    private final CellStyle number;

    public WorkbookWriter() {
        workbook.setCompressTempFiles(true);
        workbook.setZip64Mode(Zip64Mode.AsNeeded);
        heading = style(workbook, true);
        text = style(workbook, false);
        whole = numbers("#,##0");
        number = numbers("General");
    }

    /** A row of a table. */
    public interface Rows {

        void to(Line line);
    }

    /** Where rows go. */
    public interface Line {

        /** Texts, and numbers; "" for nothing. */
        void of(List<?> cells);
    }

    /** @param widths in characters, one for each heading */
    public void sheet(String name, List<String> headings, List<Integer> widths, Rows rows) {
        var sheet = workbook.createSheet(name);
        for (int i = 0; i < widths.size(); i++) {
            sheet.setColumnWidth(i, widths.get(i) * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        write(sheet.createRow(0), headings, heading);
        int[] next = {1};
        rows.to(cells -> write(sheet.createRow(next[0]++), cells, text));
    }

    private void write(Row row, List<?> cells, CellStyle style) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.createCell(i);
            if (cells.get(i) instanceof Number value) {
                cell.setCellValue(value.doubleValue());
                cell.setCellStyle(value instanceof Long || value instanceof Integer ? whole : number);
                continue;
            }
            var words = cells.get(i).toString();
            if (!words.isEmpty()) {
                cell.setCellValue(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
            }
            cell.setCellStyle(style);
        }
    }

    public void to(OutputStream out) throws IOException {
        workbook.write(out);
    }

    private CellStyle numbers(String format) {
        var style = style(workbook, false);
        style.setQuotePrefixed(false);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static CellStyle style(Workbook workbook, boolean bold) {
        var font = workbook.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) 12);
        font.setBold(bold);
        var style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setQuotePrefixed(true);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
