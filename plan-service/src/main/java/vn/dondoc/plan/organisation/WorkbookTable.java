package vn.dondoc.plan.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.sheet.Sheet;

/** A sheet whose first row was understood: cells are asked for by the field they stand for. */
final class WorkbookTable {

    private final WorkbookForm form;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Sheet.Row> rows;

    private WorkbookTable(WorkbookForm form, List<Sheet.Row> rows) {
        this.form = form;
        this.rows = rows;
    }

    static WorkbookTable of(WorkbookForm form, Sheet sheet, WorkbookComplaints complaints) {
        var head = sheet.rows().isEmpty() ? new Sheet.Row(1, List.of(), java.util.Set.of()) : sheet.rows().getFirst();
        var table = new WorkbookTable(form, sheet.rows().isEmpty() ? List.of() : sheet.rows().subList(1, sheet.rows().size()));
        for (int place = 0; place < head.cells().size(); place++) {
            var heading = head.cell(place);
            var column = form.headed(heading).orElse(null);
            if (column != null && table.places.putIfAbsent(column.field(), place) != null) {
                complaints.add(form, head.number(), heading, "COLUMN_TWICE", heading);
            } else if (column == null && !heading.isEmpty()) {
                complaints.add(form, head.number(), heading, "COLUMN_UNKNOWN", heading, String.join(", ", form.headings()));
            }
        }
        for (var column : form.columns()) {
            if (column.needed() && !table.places.containsKey(column.field())) {
                complaints.add(form, head.number(), column.heading(), "COLUMN_MISSING", column.heading());
            }
        }
        return table.checked(complaints);
    }

    private WorkbookTable checked(WorkbookComplaints complaints) {
        var fine = new ArrayList<Sheet.Row>();
        for (var row : rows) {
            places.forEach((field, place) -> {
                if (row.formulas().contains(place)) {
                    complaints.add(form, row.number(), form.headingOf(field).orElse(null), "CELL_FORMULA");
                } else if (!field.equals("aliases") && row.cell(place).chars().anyMatch(Character::isISOControl)) {
                    complaints.add(form, row.number(), form.headingOf(field).orElse(null), "CELL_CONTROL");
                }
            });
            fine.add(row);
        }
        return new WorkbookTable(form, List.copyOf(fine), places);
    }

    private WorkbookTable(WorkbookForm form, List<Sheet.Row> rows, Map<String, Integer> places) {
        this(form, rows);
        this.places.putAll(places);
    }

    List<Sheet.Row> rows() {
        return rows;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Null where nothing stands there. */
    @Nullable String get(Sheet.Row row, String field) {
        var place = places.get(field);
        var text = place == null || place >= row.cells().size() ? "" : row.cells().get(place);
        // Line breaks part names, also behind the only one
        return text.isBlank() ? null : field.equals("aliases") ? text : text.strip();
    }
}
