package vn.dondoc.plan.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.platform.problem.Problems;

/** What is wrong with a workbook, each cell once, by sheet and row; as much as people can still use. */
final class WorkbookComplaints {

    private static final int MOST = 500;

    private final Problems problems;
    private final Locale locale;
    private final List<Organisation.BrokenCell> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    WorkbookComplaints(Problems problems, Locale locale) {
        this.problems = problems;
        this.locale = locale;
    }

    void add(WorkbookForm form, int row, @Nullable String column, String code, Object... arguments) {
        add(form.sheet(), row, column, code, arguments);
    }

    void add(String sheet, int row, @Nullable String column, String code, Object... arguments) {
        if (found.size() < MOST && seen.add(sheet + "/" + row + "/" + column)) {
            found.add(new Organisation.BrokenCell(sheet, row, column, code, problems.text(code, locale, arguments)));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Organisation.BrokenCell> all() {
        return List.copyOf(found);
    }
}
