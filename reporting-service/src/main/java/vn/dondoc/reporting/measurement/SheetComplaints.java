package vn.dondoc.reporting.measurement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation.BrokenCell;
import vn.dondoc.platform.problem.Problems;

/** What is wrong with a workbook of figures, cell by cell: the first complaint of each, up to some hundreds. */
final class SheetComplaints {

    private static final int MOST = 300;

    private final Problems problems;
    private final Locale locale;
    private final List<BrokenCell> found = new ArrayList<>();
    private final Set<Integer> rows = new HashSet<>();
    private final Set<String> cells = new HashSet<>();

    SheetComplaints(Problems problems, Locale locale) {
        this.problems = problems;
        this.locale = locale;
    }

    void add(int row, @Nullable SheetColumn column, String code, Object... arguments) {
        add(row, column == null ? null : column.heading(), code, arguments);
    }

    void add(int row, @Nullable String column, String code, Object... arguments) {
        rows.add(row);
        if (found.size() < MOST && cells.add(row + "/" + column)) {
            found.add(new BrokenCell(SheetColumn.SHEET, row, column, code, problems.text(code, locale, arguments)));
        }
    }

    boolean isAbout(int row) {
        return rows.contains(row);
    }

    List<BrokenCell> all() {
        return List.copyOf(found);
    }
}
