package vn.dondoc.contracts.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;

/** The closing of a plan at the end of its year: what becomes of each row that is still open. */
public final class Closings {

    private Closings() {}

    /**
     * What was decided about a row.
     *
     * @param decision carry: it stays open where it is; cancel: it is given up; move: it goes on in another plan
     * @param target the plan it is moved into, of the same commune; null unless it is moved
     * @param due the last day it is moved to; null where its time stays as it is
     */
    public record Row(TaskId task, String decision, @Nullable PlanId target, @Nullable LocalDate due) {}

    /**
     * The closing of a plan.
     *
     * @param others what becomes of rows that are not named: carry or cancel; null where there must not be any
     * @param reason why rows are given up; needed where some are
     * @param number of the document that decides it, {@code issuedOn} its day; null where there is none
     */
    public record Wanted(
            List<Row> rows, @Nullable String others, @Nullable String reason, @Nullable String number, @Nullable LocalDate issuedOn) {

        public Wanted {
            rows = Lists.orEmpty(rows);
        }
    }

    /**
     * What became of a row that was named, or given up.
     *
     * @param decision carry, cancel or move
     * @param target the plan it was moved into; null unless it was moved
     * @param successor the task as which it goes on there; null unless it was moved
     * @param due the last day it was moved to; null where its time stayed as it was
     */
    public record Decided(
            TaskId task, @Nullable String ordinal, String title, String decision, Plans.@Nullable PlanSummary target,
            @Nullable TaskId successor, @Nullable LocalDate due) {}

    /**
     * Whether and how a plan was closed.
     *
     * @param version of the plan, to be named when it is closed
     * @param state open, running or closed
     * @param on the day of the closing; null while it is open
     * @param carried how many rows were named to stay open; cancelled and moved likewise
     * @param rows in the order of the plan
     */
    public record Closing(
            PlanId plan,
            long version,
            String state,
            @Nullable LocalDate on,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable String reason,
            int carried,
            int cancelled,
            int moved,
            List<Decided> rows) {

        public Closing {
            rows = Lists.orEmpty(rows);
        }
    }
}
