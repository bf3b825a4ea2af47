package vn.dondoc.contracts.api;

import java.time.LocalDate;
import java.util.List;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.UnitId;

/** What the system urged in a week, and what came of it. */
public final class UrgedWeeks {

    private UrgedWeeks() {}

    /**
     * What became of the tasks and reports of one unit, or of one commune of a province, each counted once.
     *
     * @param urged were reminded of, overdue or escalated in the week
     * @param done of these were handed in within seven days
     * @param later were handed in after that, or are owed no more
     * @param open are not handed in yet
     */
    public record Row(UnitId unit, String name, int urged, int done, int later, int open) {}

    /**
     * A week.
     *
     * @param from Monday
     * @param to Sunday
     * @param total over all of them: what several units lead is counted once here
     */
    public record Week(UnitId unit, String name, LocalDate from, LocalDate to, Row total, List<Row> rows, int letters) {

        public Week {
            rows = Lists.orEmpty(rows);
        }
    }
}
