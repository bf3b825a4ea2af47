package vn.dondoc.reporting.consolidation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.platform.sheet.WorkbookWriter;

/** The tables of a consolidation as a workbook: figures with their rows, what each unit said, what was received, corrections. Numbers are numbers. */
@Component
class ConsolidationBook {

    private final DocumentWords words;

    ConsolidationBook(DocumentWords words) {
        this.words = words;
    }

    void write(Consolidations.Consolidation whole, OutputStream out) throws IOException {
        try (var book = new WorkbookWriter()) {
            sheet(book, "figures", List.of(40, 14, 34, 16, 12, 16, 12), line -> figures(whole, line), "name", "unit", "reporter", "value", "weight", "lastYear", "note");
            sheet(book, "texts", List.of(30, 34, 100), line -> texts(whole, line), "section", "reporter", "text");
            sheet(book, "received", List.of(40, 22, 10), line -> received(whole, line), "reporter", "state", "version");
            if (!whole.corrections().isEmpty()) {
                sheet(book, "corrections", List.of(10, 14, 50, 16, 16, 14), line -> corrections(whole, line), "number", "on", "name", "from", "to", "unit");
            }
            book.to(out);
        }
    }

    private void figures(Consolidations.Consolidation whole, WorkbookWriter.Line line) {
        for (var figure : whole.figures()) {
            line.of(List.of(
                    figure.name(), figure.unit(), words.word("arithmetic." + figure.arithmetic().code()), orEmpty(figure.total()), orEmpty(figure.weight()),
                    orEmpty(figure.lastYear()), figure.missing().isEmpty() ? "" : words.word("figure.missing", String.join(", ", figure.missing()))));
            for (var row : figure.rows()) {
                line.of(List.of(
                        figure.name(), figure.unit(), row.unitName(), orEmpty(row.value()), orEmpty(row.weight()), orEmpty(row.lastYear()),
                        row.estimated() ? words.word("figure.estimated") : ""));
            }
        }
    }

    private void texts(Consolidations.Consolidation whole, WorkbookWriter.Line line) {
        for (var section : whole.sections()) {
            var heading = section.question() == null ? words.word("section." + section.name()) : section.question();
            Stream.concat(
                    Stream.of(List.of(heading, words.word("together"), section.text())).filter(row -> !row.getLast().isBlank()),
                    section.said().stream().map(said -> List.of(heading, said.unitName(), said.text()))).forEach(line::of);
        }
    }

    private void received(Consolidations.Consolidation whole, WorkbookWriter.Line line) {
        for (var one : whole.rows()) {
            var state = one.version() == null ? "state.missing" : one.nothing() ? "state.nothing" : "state.received";
            line.of(List.of(one.unitName(), words.word(state), orEmpty(one.version())));
        }
    }

    private void corrections(Consolidations.Consolidation whole, WorkbookWriter.Line line) {
        for (var correction : whole.corrections()) {
            var on = words.day(correction.on());
            correction.figures().forEach(figure -> line.of(List.of(
                    correction.number(), on, figure.name(), orEmpty(figure.from()), orEmpty(figure.to()), figure.unit())));
            correction.reports().forEach(report -> line.of(List.of(
                    correction.number(), on, report.unitName(), orEmpty(report.from()), report.to(), words.word("column.version"))));
        }
    }

    private void sheet(WorkbookWriter book, String name, List<Integer> widths, WorkbookWriter.Rows rows, String... columns) {
        book.sheet(words.word("sheet." + name), Stream.of(columns).map(column -> words.word("column." + column)).toList(), widths, rows);
    }

    /** What is missing is an empty cell, never a zero. */
    private static Object orEmpty(@Nullable Object number) {
        return number == null ? "" : number;
    }
}
