package vn.dondoc.reporting.consolidation;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Consolidations;

/** The tables of a consolidation as a workbook: figures with their rows, what each unit said, what was received, corrections. Numbers are numbers. */
@Component
class ConsolidationBook {

    private static final int CELL = 32_000;
    /** In 256ths of a character. */
    private static final int CHARACTER = 256;

    private final DocumentWords words;

    ConsolidationBook(DocumentWords words) {
        this.words = words;
    }

    void write(Consolidations.Consolidation whole, OutputStream out) throws IOException {
        try (var book = new XSSFWorkbook()) {
            var styles = new Styles(heading(book), wrapped(book));
            figures(sheet(book, styles, "figures", List.of(40, 14, 34, 16, 12, 16, 12), "name", "unit", "reporter", "value", "weight", "lastYear", "note"), whole);
            texts(sheet(book, styles, "texts", List.of(30, 34, 100), "section", "reporter", "text"), whole, styles);
            received(sheet(book, styles, "received", List.of(40, 22, 10), "reporter", "state", "version"), whole);
            if (!whole.corrections().isEmpty()) {
                corrections(sheet(book, styles, "corrections", List.of(10, 14, 50, 16, 16, 14), "number", "on", "name", "from", "to", "unit"), whole);
            }
            book.write(out);
        }
    }

    private record Styles(CellStyle heading, CellStyle wrapped) {}

    private void figures(Sheet sheet, Consolidations.Consolidation whole) {
        for (var figure : whole.figures()) {
            var total = next(sheet);
            put(total, 0, figure.name());
            put(total, 1, figure.unit());
            put(total, 2, words.word("arithmetic." + figure.arithmetic().code()));
            put(total, 3, figure.total());
            put(total, 4, figure.weight());
            put(total, 5, figure.lastYear());
            put(total, 6, figure.missing().isEmpty() ? "" : words.word("figure.missing", String.join(", ", figure.missing())));
            for (var row : figure.rows()) {
                var line = next(sheet);
                put(line, 0, figure.name());
                put(line, 1, figure.unit());
                put(line, 2, row.unitName());
                put(line, 3, row.value());
                put(line, 4, row.weight());
                put(line, 5, row.lastYear());
                put(line, 6, row.estimated() ? words.word("figure.estimated") : "");
            }
        }
    }

    private void texts(Sheet sheet, Consolidations.Consolidation whole, Styles styles) {
        for (var section : whole.sections()) {
            var heading = section.question() == null ? words.word("section." + section.name()) : section.question();
            Stream.concat(
                    Stream.of(List.of(words.word("together"), section.text())).filter(line -> !line.getLast().isBlank()),
                    section.said().stream().map(said -> List.of(said.unitName(), said.text()))).forEach(line -> {
                        var row = next(sheet);
                        put(row, 0, heading);
                        put(row, 1, line.getFirst());
                        put(row, 2, line.getLast());
                        row.getCell(2).setCellStyle(styles.wrapped());
                    });
        }
    }

    private void received(Sheet sheet, Consolidations.Consolidation whole) {
        for (var one : whole.rows()) {
            var row = next(sheet);
            put(row, 0, one.unitName());
            put(row, 1, words.word(one.version() == null ? "state.missing" : one.nothing() ? "state.nothing" : "state.received"));
            put(row, 2, one.version() == null ? null : BigDecimal.valueOf(one.version()));
        }
    }

    private void corrections(Sheet sheet, Consolidations.Consolidation whole) {
        for (var correction : whole.corrections()) {
            for (var figure : correction.figures()) {
                var row = next(sheet);
                put(row, 0, BigDecimal.valueOf(correction.number()));
                put(row, 1, words.day(correction.on()));
                put(row, 2, figure.name());
                put(row, 3, figure.from());
                put(row, 4, figure.to());
                put(row, 5, figure.unit());
            }
            for (var report : correction.reports()) {
                var row = next(sheet);
                put(row, 0, BigDecimal.valueOf(correction.number()));
                put(row, 1, words.day(correction.on()));
                put(row, 2, report.unitName());
                put(row, 3, report.from() == null ? null : BigDecimal.valueOf(report.from()));
                put(row, 4, BigDecimal.valueOf(report.to()));
                put(row, 5, words.word("column.version"));
            }
        }
    }

    private Sheet sheet(Workbook book, Styles styles, String name, List<Integer> widths, String... columns) {
        var sheet = book.createSheet(words.word("sheet." + name));
        var heading = sheet.createRow(0);
        for (var at = 0; at < columns.length; at++) {
            put(heading, at, words.word("column." + columns[at]));
            heading.getCell(at).setCellStyle(styles.heading());
            sheet.setColumnWidth(at, widths.get(at) * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        return sheet;
    }

    private static Row next(Sheet sheet) {
        return sheet.createRow(sheet.getLastRowNum() + 1);
    }

    /** Text stays text, also where it looks like a formula. */
    private static void put(Row row, int column, String text) {
        row.createCell(column).setCellValue(text.length() > CELL ? text.substring(0, CELL) : text);
    }

    /** What is missing is an empty cell, never a zero. */
    private static void put(Row row, int column, @Nullable BigDecimal number) {
        if (number != null) {
            row.createCell(column).setCellValue(number.doubleValue());
        }
    }

    private static CellStyle heading(Workbook book) {
        var style = book.createCellStyle();
        var font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setWrapText(true);
        return style;
    }

    private static CellStyle wrapped(Workbook book) {
        var style = book.createCellStyle();
        style.setWrapText(true);
        return style;
    }
}
