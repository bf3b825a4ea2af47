package vn.dondoc.contracts.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Expected reports and what units sent. */
public final class Reports {

    private Reports() {}

    public record ObligationSummary(
            ReportId id,
            PlanId plan,
            UnitId commune,
            String communeName,
            UnitId unit,
            String unitName,
            UnitId owedTo,
            String owedToName,
            String title,
            String period,
            LocalDate opensOn,
            LocalDate lastDay,
            @Nullable Integer daysLeft,
            ReportStatus status,
            boolean nothingToReport,
            @Nullable LocalDate submittedOn,
            boolean mayAct) {}

    /** A line of the form, prefilled from what is recorded of the plan's tasks of that unit. */
    public record TaskLine(TaskId task, @Nullable String ordinal, String title, TimeClass timeClass, @Nullable String result) {}

    /** @param results what was done; {@code nothingToReport} alone is an answer too */
    public record Submission(
            boolean nothingToReport,
            @Nullable String results,
            @Nullable String difficulties,
            @Nullable String proposals,
            @Nullable List<TaskLine> lines) {}

    /** One entry of the history; {@code note} is the reason of a return, or what was said with an acceptance. */
    public record Entry(
            String type, Instant at, @Nullable String positionTitle, @Nullable String unitName, @Nullable String note) {}

    public record Obligation(
            ObligationSummary summary, long version, List<TaskLine> form, @Nullable Submission submission, List<Entry> history, List<String> actions) {

        public Obligation {
            form = Lists.orEmpty(form);
            history = Lists.orEmpty(history);
            actions = Lists.orEmpty(actions);
        }
    }

    /** A decision of who receives it; a return needs its reason. */
    public record Decision(@Nullable String reason) {}
}
