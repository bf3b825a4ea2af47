package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.Style;
import vn.dondoc.reading.text.TextDocument;
import vn.dondoc.reading.text.TextDocument.RawCell;

/** Workbooks: each visible sheet as its captions and its table; values as they are shown (0.5 as 50%). */
final class SheetExtractor implements Extractor {

    private static final Pattern CAPTION = Pattern.compile("^(?:phụ lục|phụ biểu|biểu số|biểu \\d)");
    private static final Pattern FIGURES = Pattern.compile("[#,]*0(?:\\.[0#]+)?");
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 64;
    private static final int MOST_MERGES = 20_000;

    @Override
    public TextDocument extract(byte[] file) {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            TextDocument.Builder document = new TextDocument.Builder();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                    read(workbook.getSheetAt(i), i + 1, document);
                }
            }
            return document.build();
        } catch (EncryptedDocumentException encrypted) {
            throw new UnreadableException(UnreadableCode.FILE_ENCRYPTED, String.valueOf(encrypted.getMessage()));
        } catch (IOException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
    }

    private static void read(Sheet sheet, int page, TextDocument.Builder document) {
        List<List<RawCell>> table = new ArrayList<>();
        CellRangeAddress[] merges = merges(sheet);
        int last = Math.min(sheet.getLastRowNum(), MOST_ROWS);
        for (int r = Math.max(0, sheet.getFirstRowNum()); r <= last; r++) {
            Row row = sheet.getRow(r);
            List<RawCell> cells = row == null ? List.of() : cells(row, merges);
            long filled = cells.stream().filter(cell -> !cell.text().isBlank()).count();
            boolean captionRow = filled == 1 && isCaption(cells) || table.isEmpty() && filled > 0 && filled < 3;
            if (captionRow) {
                flush(table, page, document);
                cells.stream().filter(cell -> !cell.text().isBlank())
                        .forEach(cell -> document.paragraph(cell.text(), new Style(0, cell.bold(), true), page));
            } else if (filled > 0) {
                table.add(cells);
            }
        }
        flush(table, page, document);
    }

    private static boolean isCaption(List<RawCell> cells) {
        String text = cells.stream().map(RawCell::text).filter(cell -> !cell.isBlank()).findFirst().orElse("");
        return Search.finds(CAPTION, text.toLowerCase(Locale.ROOT));
    }

    private static void flush(List<List<RawCell>> table, int page, TextDocument.Builder document) {
        if (!table.isEmpty()) {
            document.table(List.copyOf(table), page);
            table.clear();
        }
    }

    private static CellRangeAddress[] merges(Sheet sheet) {
        return sheet.getMergedRegions().stream().limit(MOST_MERGES).toArray(CellRangeAddress[]::new);
    }

    private static List<RawCell> cells(Row row, CellRangeAddress[] merges) {
        List<RawCell> cells = new ArrayList<>();
        int end = Math.min(row.getLastCellNum(), MOST_COLUMNS);
        for (int c = 0; c < end; c++) {
            CellRangeAddress merge = mergeAt(merges, row.getRowNum(), c);
            boolean first = merge == null || merge.getFirstRow() == row.getRowNum() && merge.getFirstColumn() == c;
            if (!first && merge != null && merge.getFirstRow() < row.getRowNum()) {
                // The grid knows this place from the row above
                c = merge.getLastColumn();
                continue;
            }
            Cell cell = row.getCell(c);
            int width = merge == null ? 1 : merge.getLastColumn() - merge.getFirstColumn() + 1;
            int height = merge == null ? 1 : merge.getLastRow() - merge.getFirstRow() + 1;
            cells.add(new RawCell(cell == null ? "" : shown(cell), cell != null && isBold(cell), width, height));
            c += width - 1;
        }
        return cells;
    }

    private static @Nullable CellRangeAddress mergeAt(CellRangeAddress[] merges, int row, int column) {
        for (CellRangeAddress merge : merges) {
            if (merge.isInRange(row, column)) {
                return merge;
            }
        }
        return null;
    }

    private static boolean isBold(Cell cell) {
        return cell.getRow().getSheet().getWorkbook().getFontAt(cell.getCellStyle().getFontIndex()).getBold();
    }

    /** As shown in Vietnam: a decimal comma, days first; a formula shows its stored result. */
    private static String shown(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell);
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            default -> "";
        };
    }

    private static String number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            return String.format(Locale.ROOT, "%1$td/%1$tm/%1$tY", cell.getLocalDateTimeCellValue());
        }
        String format = cell.getCellStyle().getDataFormatString();
        double value = cell.getNumericCellValue();
        if (format != null && format.contains("%")) {
            return plain(value * 100) + "%";
        }
        boolean general = format == null || format.equals("General") || format.equals("@") || Search.matches(FIGURES, format);
        return general ? plain(value) : new DataFormatter(Locale.of("vi")).formatRawCellContents(value, cell.getCellStyle().getDataFormat(), format);
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(value).round(new java.math.MathContext(12)).stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
