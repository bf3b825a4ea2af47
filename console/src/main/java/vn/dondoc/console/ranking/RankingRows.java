package vn.dondoc.console.ranking;

import vn.dondoc.console.backend.Query;
import vn.dondoc.contracts.api.Rankings.About;
import vn.dondoc.contracts.api.Rankings.Figure;
import vn.dondoc.contracts.id.UnitId;

/**
 * Where the rows behind a figure are listed, as they stand now.
 *
 * @param of what lists call those who are compared: {@code commune} or {@code unit}
 */
public record RankingRows(String of) {

    /** The address of the list. */
    public String of(Figure figure, UnitId id) {
        var rows = Query.none().with(of, id.value());
        return switch (figure) {
            case TASKS_IN_TIME -> rows.with("timeClass", "completed-in-time").address("/tasks");
            case TASKS_NOT_OVERDUE, TASKS_OPENED -> rows.address("/tasks");
            case REPORTS_IN_TIME -> rows.address("/reports");
            case TARGETS_ATTAINED -> rows.with("standing", "attained").address("/targets");
            case EXPLANATIONS_IN_TIME -> of(About.TASKS, id);
        };
    }

    /** The address of the list of what is to be explained. */
    public String of(About about, UnitId id) {
        return Query.none().with(of, id.value()).with("explanationOwed", true).address("/" + about.code());
    }
}
