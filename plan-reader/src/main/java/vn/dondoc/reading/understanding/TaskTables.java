package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Roman;
import vn.dondoc.reading.text.Search;

/** Reads the rows of a table of tasks. */
final class TaskTables {

    private static final Pattern OVERSEES = Pattern.compile("lãnh đạo|chỉ đạo|theo dõi");
    private static final Pattern PERIOD = Pattern.compile("(?:trong )?(?:tháng|quý) (?:\\d{1,2}|[ivx]{1,3})(?![\\p{L}\\d]).{0,12}");
    private static final Pattern NUMBER_AT_END = Pattern.compile("(?:tháng|quý) (\\d{1,2}|[ivx]{1,3})");
    private static final Pattern WITHIN = Pattern.compile("(?:trong|cuối|hết|cả)? ?(?:tháng|quý)(?: này)?");

    private static final Pattern MARK = Pattern.compile("[xX×✓✔+*]{1,2}");

    private final TaskMaker maker;

    TaskTables(TaskMaker maker) {
        this.maker = maker;
    }

    /**
     * The caption may say in what unit budgets count. A heading right above the table names the unit that leads, where no column says who
     * does, or the month or quarter of the rows that say no other.
     */
    List<Task> in(PlanTable table, String caption, @Nullable String unitAbove, @Nullable String periodAbove) {
        List<Task> tasks = new ArrayList<>();
        TableRows rows = new TableRows(table);
        int budget = table.column(Column.BUDGET);
        long budgetUnit = budget < 0 ? 0 : TaskMaker.unitIn(Fold.fold(table.heads().get(budget)), TaskMaker.unitIn(Fold.fold(caption), 1L));
        boolean ofUnitAbove = table.columns(Column.LEAD).isEmpty() && table.columns(Column.LEAD_AND_COORDINATING).isEmpty();
        for (TableRows.Row row : rows.entries()) {
            if (row.group()) {
                continue;
            }
            String title = PlannedWork.titleOf(Clean.line(cell(row, rows.nameColumn())));
            if (title.isEmpty()) {
                continue;
            }
            Assignment assignment = underUnit(row, assignment(table, row));
            assignment = ofUnitAbove && assignment.lead().isEmpty() && unitAbove != null ? assignment.withLead(UnitList.split(unitAbove)) : assignment;
            assignment = assignment.or(Assignment.NONE.withDue(periodAbove));
            tasks.add(maker.make(row.ordinal().isEmpty() ? null : row.ordinal(), title, assignment, budgetUnit, row.groupName(),
                    table.table().source(row.row()), assignment.lead().isEmpty() ? 0.7 : 0.95, "table-row"));
        }
        return tasks;
    }

    private static Assignment assignment(PlanTable table, TableRows.Row row) {
        List<String> lead = new ArrayList<>();
        List<String> coordinating = new ArrayList<>();
        for (int c : leadColumns(table)) {
            lead.addAll(UnitList.split(cell(row, c)));
        }
        for (int c : table.columns(Column.LEAD_AND_COORDINATING)) {
            Assignment both = AssignmentReader.leadWords(Clean.line(cell(row, c)));
            lead.addAll(both.lead());
            coordinating.addAll(both.coordinating());
        }
        for (int c : table.columns(Column.COORDINATING)) {
            coordinating.addAll(UnitList.split(cell(row, c)));
        }
        return new Assignment(lead, coordinating, due(table, row, timeColumns(table)), product(row, table.column(Column.PRODUCT)),
                words(row, table.column(Column.BUDGET)));
    }

    /** A group row that names a unit leads what stands below it, where no row says who leads. */
    private static Assignment underUnit(TableRows.Row row, Assignment said) {
        String group = row.groupName();
        return said.lead().isEmpty() && group != null && Units.isUnitHeading(group) ? said.withLead(UnitList.split(group)) : said;
    }

    /** Beside the unit that does the work, the leader who oversees it is not its lead. */
    private static List<Integer> leadColumns(PlanTable table) {
        List<Integer> all = table.columns(Column.LEAD);
        List<Integer> doing = all.stream().filter(column -> !Search.finds(OVERSEES, Fold.fold(table.heads().get(column)))).toList();
        return doing.isEmpty() ? all : doing;
    }

    /** A month or quarter as a group row is the due of the rows below it that say no other. */
    private static @Nullable String due(PlanTable table, TableRows.Row row, List<Integer> columns) {
        String own = lastWords(table, row, columns);
        String group = row.groupName();
        boolean period = group != null && Search.matches(PERIOD, Fold.fold(group));
        return period && (own == null || Search.matches(WITHIN, Fold.fold(own))) ? group : own;
    }

    private static String cell(TableRows.Row row, int column) {
        return column < 0 ? "" : row.cells().get(column);
    }

    private static @Nullable String words(TableRows.Row row, int column) {
        String text = Clean.line(cell(row, column));
        return text.isEmpty() ? null : text;
    }

    /** Of a beginning and an end the end counts. */
    private static @Nullable String lastWords(PlanTable table, TableRows.Row row, List<Integer> columns) {
        String last = null;
        for (int column : columns) {
            String words = words(row, column);
            boolean marked = words != null && Search.matches(MARK, words);
            last = words == null ? last : marked ? table.heads().get(column) : words;
        }
        return last;
    }

    /** Columns of deadlines, and those of the quarters or months in which work is marked with a cross. */
    private static List<Integer> timeColumns(PlanTable table) {
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            boolean period = table.columns().get(c) == Column.OTHER && Search.matches(PERIOD, Fold.fold(table.heads().get(c)));
            if (period || table.columns().get(c) == Column.DUE) {
                columns.add(c);
            }
        }
        columns.sort(Comparator.comparingInt(column -> lateness(Fold.fold(table.heads().get(column)))));
        return columns;
    }

    /** In whatever order the columns stand: a beginning before an end, an earlier quarter or month before a later one. */
    private static int lateness(String head) {
        Matcher period = Search.in(NUMBER_AT_END, head);
        if (Search.matches(PERIOD, head) && period.find()) {
            return Character.isDigit(period.group(1).charAt(0)) ? Integer.parseInt(period.group(1)) : Roman.value(period.group(1));
        }
        return head.contains("bắt đầu") || head.startsWith("từ") ? -1 : 0;
    }

    private static @Nullable String product(TableRows.Row row, int column) {
        String text = words(row, column);
        return text == null || text.matches("(?i)[-–\\s./\"”]*(?:nt)?[-–\\s./\"”]*") ? null : PlannedWork.titleOf(text);
    }
}
