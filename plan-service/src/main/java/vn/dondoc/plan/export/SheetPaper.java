package vn.dondoc.plan.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a paper as .xlsx: the text on the first sheet, each annex on one of its own. Every cell is a text, marked so where a program
 * might take it for a formula.
 */
final class SheetPaper {

    private static final int EMPTY_ROWS = 60;
    private static final int CHARACTER = 256;
    private static final int TEXT_WIDTH = 120;

    private final Workbook workbook;
    private final Styles styles;

    private SheetPaper(Workbook workbook) {
        this.workbook = workbook;
        this.styles = new Styles(workbook);
    }

    static void write(Paper paper, OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var writer = new SheetPaper(workbook);
            writer.text(paper);
            paper.annexes().forEach(annex -> writer.annex(annex, 0));
            workbook.write(out);
        }
    }

    /** The form of an annex: the columns that the reader knows, and empty lines to fill in. */
    static void writeForm(Paper.Annex annex, OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            new SheetPaper(workbook).annex(annex, EMPTY_ROWS);
            workbook.write(out);
        }
    }

    private void text(Paper paper) {
        var sheet = workbook.createSheet("Văn bản");
        sheet.setColumnWidth(0, TEXT_WIDTH * CHARACTER);
        for (var line : lines(paper)) {
            cell(sheet, sheet.getPhysicalNumberOfRows(), 0, line, styles.text);
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
        lines.add("CHỦ TỊCH");
        if (paper.signer() != null) {
            lines.add(paper.signer());
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
        cell(sheet, 0, 0, annex.title(), styles.heading);
        cell(sheet, 1, 0, annex.name(), styles.heading);
        for (int column = 0; column < columns; column++) {
            cell(sheet, 2, column, grid.headings().get(column), styles.column);
        }
        var next = 3;
        for (var row : grid.rows()) {
            for (int column = 0; column < columns; column++) {
                cell(sheet, next, column, column < row.size() ? row.get(column) : "", row.size() == 1 ? styles.group : styles.cell);
            }
            if (row.size() == 1) {
                sheet.addMergedRegion(new CellRangeAddress(next, next, 0, columns - 1));
            }
            next++;
        }
        for (int empty = 0; empty < emptyRows; empty++) {
            for (int column = 0; column < columns; column++) {
                cell(sheet, next, column, "", styles.cell);
            }
            next++;
        }
        sheet.createFreezePane(0, 3);
    }

    private void cell(Sheet sheet, int row, int column, String text, CellStyle style) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        var cell = line.createCell(column);
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
