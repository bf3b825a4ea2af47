package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.understanding.Figures.Figure;

/** Reads the rows of a table of targets: one target for each milestone column, and for each figure in a cell. */
final class TargetTables {

    private static final Pattern FIGURE_FIRST = Pattern.compile(
            "^(?:(?:đạt|trên|dưới|tối thiểu|tối đa|ít nhất|từ|không quá|khoảng|phấn đấu|≥|>=|>|≤|<=|<|=|~)\\s*)*\\d.*");
    private static final Pattern WORD_UNIT = Pattern.compile("^[\\p{L}%][\\p{L}%/ ]{0,30}$");

    private TargetTables() {
    }

    static List<Target> in(PlanTable table) {
        List<Target> targets = new ArrayList<>();
        TableRows rows = new TableRows(table);
        List<Integer> values = valueColumns(table, rows.nameColumn());
        for (TableRows.Row row : rows.entries()) {
            String name = Clean.line(row.cells().get(Math.max(0, rows.nameColumn())));
            if (row.group() || name.isEmpty()) {
                continue;
            }
            for (int column : values) {
                for (String part : Clean.line(row.cells().get(column)).split(";\\s*")) {
                    add(table, row, name, part, column, values.size() > 1, targets);
                }
            }
        }
        return targets;
    }

    private static List<Integer> valueColumns(PlanTable table, int name) {
        List<Integer> values = new ArrayList<>(table.columns(Column.VALUE));
        table.columns(Column.TARGET).stream().filter(column -> column != name).forEach(values::add);
        if (values.isEmpty()) {
            values.addAll(table.columns(Column.PRODUCT));
        }
        values.removeIf(column -> column == name);
        values.sort(Integer::compare);
        return values;
    }

    private static void add(PlanTable table, TableRows.Row row, String name, String value, int column, boolean milestones, List<Target> targets) {
        List<Figure> figures = Figures.in(value);
        if (figures.isEmpty() || !Search.matches(FIGURE_FIRST, Fold.fold(value))) {
            return;
        }
        Figure figure = figures.getFirst();
        int unitColumn = table.column(Column.UNIT_OF_MEASURE);
        String printed = unitColumn < 0 ? "" : Clean.line(row.cells().get(unitColumn));
        String unit = printed.isEmpty() ? ownUnit(figure, value) : printed;
        String operator = Figures.operator(Fold.fold(value.substring(0, figure.number())));
        int lead = table.column(Column.LEAD);
        @Nullable String owner = lead < 0 || row.cells().get(lead).isBlank() ? null : Clean.line(row.cells().get(lead));
        targets.add(new Target(row.groupName(), PlannedWork.titleOf(name), operator, figure.value(), unit,
                milestones ? table.heads().get(column) : null, owner, table.table().source(row.row(), column),
                unit.isEmpty() ? 0.6 : 0.95, unit.isEmpty() ? "unit-of-measure-missing" : "table-row"));
    }

    private static String ownUnit(Figure figure, String value) {
        if (!figure.unit().isEmpty()) {
            return figure.unit();
        }
        String rest = value.substring(Math.min(figure.to(), value.length())).strip();
        return Search.matches(WORD_UNIT, rest) ? rest : "";
    }
}
