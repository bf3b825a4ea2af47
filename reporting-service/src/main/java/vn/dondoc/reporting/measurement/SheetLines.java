package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.platform.sheet.Sheet;
import vn.dondoc.platform.web.Folded;

/** Reads the rows of a workbook of figures; what is not clear is told by its cell. Rows without a figure say nothing. */
final class SheetLines {

    static final int MOST_ROWS = 5_000;

    private final Map<SheetColumn, Integer> places = new EnumMap<>(SheetColumn.class);
    private final SheetComplaints complaints;

    private SheetLines(SheetComplaints complaints) {
        this.complaints = complaints;
    }

    static List<SheetLine> of(List<Sheet> sheets, SheetComplaints complaints) {
        var wanted = Folded.words(SheetColumn.SHEET);
        var sheet = sheets.stream().filter(one -> Folded.words(one.name()).equals(wanted)).findFirst().orElse(null);
        if (sheet == null || sheet.rows().isEmpty()) {
            complaints.add(0, (SheetColumn) null, "SHEET_MISSING", SheetColumn.SHEET);
            return List.of();
        }
        var lines = new SheetLines(complaints);
        lines.head(sheet.rows().getFirst());
        if (sheet.rows().size() > MOST_ROWS + 1) {
            complaints.add(0, (SheetColumn) null, "SHEET_ROWS", MOST_ROWS);
        }
        return complaints.all().isEmpty() ? lines.read(sheet.rows().subList(1, sheet.rows().size())) : List.of();
    }

    private void head(Sheet.Row row) {
        for (int place = 0; place < row.cells().size(); place++) {
            var heading = row.cell(place);
            var column = SheetColumn.headed(heading).orElse(null);
            if (column != null && places.putIfAbsent(column, place) != null) {
                complaints.add(row.number(), column, "COLUMN_TWICE", heading);
            } else if (column == null && !heading.isEmpty()) {
                complaints.add(row.number(), heading, "COLUMN_UNKNOWN", heading, String.join(", ", SheetColumn.headings()));
            }
        }
        for (var column : SheetColumn.values()) {
            if (column.needed() && !places.containsKey(column)) {
                complaints.add(row.number(), column, "COLUMN_MISSING", column.heading());
            }
        }
    }

    private List<SheetLine> read(List<Sheet.Row> rows) {
        var lines = new ArrayList<SheetLine>();
        var seen = new HashSet<List<String>>();
        for (var row : rows) {
            formulas(row);
            if (!saysSomething(row) || complaints.isAbout(row.number())) {
                continue;
            }
            var line = line(row);
            if (line != null && !complaints.isAbout(row.number())) {
                if (seen.add(List.of(line.target(), line.period()))) {
                    lines.add(line);
                } else {
                    complaints.add(row.number(), SheetColumn.PERIOD, "ROW_TWICE", line.period());
                }
            }
        }
        return lines;
    }

    private boolean saysSomething(Sheet.Row row) {
        return Stream.of(SheetColumn.VALUE, SheetColumn.PART, SheetColumn.WHOLE).anyMatch(column -> text(row, column) != null);
    }

    private void formulas(Sheet.Row row) {
        places.forEach((column, place) -> {
            if (row.formulas().contains(place)) {
                complaints.add(row.number(), column, "CELL_FORMULA");
            } else if (row.cell(place).chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n')) {
                complaints.add(row.number(), column, "CELL_CONTROL");
            }
        });
    }

    private @Nullable SheetLine line(Sheet.Row row) {
        var target = text(row, SheetColumn.ID);
        var period = text(row, SheetColumn.PERIOD);
        var typed = number(row, SheetColumn.VALUE);
        var ratio = ratio(row, typed);
        var value = ratio == null ? typed : ratio.percent();
        if (target == null || !Ids.plausible(target)) {
            complaints.add(row.number(), SheetColumn.ID, target == null ? "FIELD_REQUIRED" : "TARGET_UNKNOWN");
        }
        if (period == null) {
            complaints.add(row.number(), SheetColumn.PERIOD, "FIELD_REQUIRED");
        }
        var weight = number(row, SheetColumn.WEIGHT);
        var lastYear = number(row, SheetColumn.LAST_YEAR);
        var words = new Words(
                words(row, SheetColumn.SOURCE), words(row, SheetColumn.EVIDENCE), words(row, SheetColumn.DOCUMENT), words(row, SheetColumn.REASON));
        var estimated = estimated(row);
        return target == null || period == null || value == null
                ? null : new SheetLine(row.number(), target, period, value, ratio, weight, lastYear, estimated, words);
    }

    /** Null where neither is told, and where something stands against them. */
    private @Nullable Ratio ratio(Sheet.Row row, @Nullable BigDecimal typed) {
        var part = number(row, SheetColumn.PART);
        var whole = number(row, SheetColumn.WHOLE);
        if (part == null || whole == null) {
            Stream.of(SheetColumn.PART, SheetColumn.WHOLE).filter(column -> text(row, column) == null).filter(_ -> part != null || whole != null)
                    .forEach(column -> complaints.add(row.number(), column, "TARGET_PART_ALONE"));
            return null;
        }
        var ratio = new Ratio(part, whole);
        if (!ratio.isPossible()) {
            complaints.add(row.number(), SheetColumn.PART, "TARGET_PART_ABOVE");
            return null;
        } else if (!ratio.agreesWith(typed)) {
            complaints.add(row.number(), SheetColumn.VALUE, "TARGET_PART_OTHERWISE");
        }
        return ratio;
    }

    private boolean estimated(Sheet.Row row) {
        var text = text(row, SheetColumn.STATUS);
        var words = text == null ? List.<String>of() : Folded.words(text);
        if (!words.isEmpty() && !words.equals(Folded.words(SheetColumn.DONE)) && !words.equals(Folded.words(SheetColumn.ESTIMATED))) {
            complaints.add(row.number(), SheetColumn.STATUS, "STATUS_UNREADABLE", String.valueOf(text));
        }
        return words.equals(Folded.words(SheetColumn.ESTIMATED));
    }

    private @Nullable BigDecimal number(Sheet.Row row, SheetColumn column) {
        var typed = text(row, column);
        if (typed == null) {
            return null;
        }
        return switch (SheetNumber.of(typed)) {
            case SheetNumber.Read.Number(var value) when Checks.isPlausible(value) -> value;
            case SheetNumber.Read.Number _ -> {
                complaints.add(row.number(), column, "NUMBER_IMPLAUSIBLE");
                yield null;
            }
            case SheetNumber.Read.Unclear(var code) -> {
                complaints.add(row.number(), column, code, typed);
                yield null;
            }
        };
    }

    private @Nullable String words(Sheet.Row row, SheetColumn column) {
        var text = text(row, column);
        if (text != null && text.length() > Checks.LINE) {
            complaints.add(row.number(), column, "TEXT_TOO_LONG", Checks.LINE);
        }
        return text;
    }

    private @Nullable String text(Sheet.Row row, SheetColumn column) {
        var place = places.get(column);
        var text = place == null ? "" : row.cell(place);
        return text.isEmpty() ? null : text;
    }
}
