package vn.dondoc.plan.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.dondoc.paper.Block;
import vn.dondoc.paper.Paper;

/**
 * Writes a paper as .xlsx: the text on the first sheet, each annex on one of its own. Every cell is a text, marked so where a program
 * might take it for a formula.
 */
final class SheetPaper {

    private static final int EMPTY_ROWS = 60;
    private static final int CHARACTER = 256;
    private static final int TEXT_WIDTH = 120;

    /** So many rows are kept; the others are in a temporary file. */
    private static final int ROWS_KEPT = 100;

    private final Workbook workbook;
    private final Styles styles;

    private SheetPaper(Workbook workbook) {
        this.workbook = workbook;
        this.styles = new Styles(workbook);
    }

    static void write(Paper paper, OutputStream out) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_KEPT)) {
            workbook.setCompressTempFiles(true);
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            var writer = new SheetPaper(workbook);
            writer.text(paper);
            paper.annexes().forEach(annex -> writer.annex(annex, 0));
            workbook.write(out);
        }
    }

    /** The form of an annex: the columns that the reader knows, and empty lines to fill in. */
    static void writeForm(Paper.Annex annex, OutputStream out) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_KEPT)) {
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            new SheetPaper(workbook).annex(annex, EMPTY_ROWS);
            workbook.write(out);
        }
    }

    private void text(Paper paper) {
        var sheet = workbook.createSheet("Văn bản");
        sheet.setColumnWidth(0, TEXT_WIDTH * CHARACTER);
        var next = 0;
        for (var line : lines(paper)) {
            cell(sheet.createRow(next++), 0, line, styles.text);
        }
    }

    private static List<String> lines(Paper paper) {
        var head = paper.head();
        var lines = new ArrayList<>(head.issuer());
        lines.add("Số: " + (head.number() == null ? "      /" + head.symbol() : head.number()));
        lines.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        lines.add("Độc lập - Tự do - Hạnh phúc");
        lines.add(head.placeAndDate());
        for (var block : paper.body()) {
            if (block instanceof Block.Line line) {
                lines.add(line.text());
            }
        }
        if (!paper.recipients().isEmpty()) {
            lines.add("Nơi nhận:");
            paper.recipients().forEach(one -> lines.add("- " + one + ";"));
            lines.add("- Lưu: VT.");
        }
        lines.addAll(paper.signature().authority());
        if (paper.signature().name() != null) {
            lines.add(paper.signature().name());
        }
        return lines;
    }

    private void annex(Paper.Annex annex, int emptyRows) {
        var sheet = workbook.createSheet(annex.title());
        var grid = annex.table();
        var columns = grid.headings().size();
        for (int column = 0; column < columns; column++) {
            sheet.setColumnWidth(column, grid.widths().get(column) * 2 * CHARACTER);
        }
        cell(sheet.createRow(0), 0, annex.title(), styles.heading);
        cell(sheet.createRow(1), 0, annex.name(), styles.heading);
        row(sheet, 2, grid.headings(), columns, styles.column);
        var next = 3;
        for (var row : grid.rows()) {
            row(sheet, next, row, columns, row.size() == 1 ? styles.group : styles.cell);
            if (row.size() == 1) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(next, next, 0, columns - 1));
            }
            next++;
        }
        for (int empty = 0; empty < emptyRows; empty++) {
            row(sheet, next++, List.of(), columns, styles.cell);
        }
        sheet.createFreezePane(0, 3);
    }

    private static void row(Sheet sheet, int number, List<String> cells, int columns, CellStyle style) {
        var row = sheet.createRow(number);
        for (int column = 0; column < columns; column++) {
            cell(row, column, column < cells.size() ? cells.get(column) : "", style);
        }
    }

    private static void cell(Row row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
        cell.setCellStyle(style);
    }

    /** All of them quote what they hold: what begins with = + - @ stays a text in every program. */
    private static final class Styles {

        private final CellStyle text;
        private final CellStyle heading;
        private final CellStyle column;
        private final CellStyle cell;
        private final CellStyle group;

        Styles(Workbook workbook) {
            this.text = style(workbook, false, false);
            this.heading = style(workbook, true, false);
            this.column = style(workbook, true, true);
            this.column.setAlignment(HorizontalAlignment.CENTER);
            this.cell = style(workbook, false, true);
            this.group = style(workbook, true, true);
        }

        private static CellStyle style(Workbook workbook, boolean bold, boolean bordered) {
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
            if (bordered) {
                style.setBorderTop(BorderStyle.THIN);
                style.setBorderBottom(BorderStyle.THIN);
                style.setBorderLeft(BorderStyle.THIN);
                style.setBorderRight(BorderStyle.THIN);
            }
            return style;
        }
    }
}
