package vn.dondoc.contracts.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.News;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Assignments and what their units do about them. */
public final class Tasks {

    private Tasks() {}

    public record UnitName(UnitId id, String name) {}

    /**
     * @param lastDay the last day in time; null without a deadline
     * @param daysLeft days from today to {@code lastDay}, negative once it is past; null without a deadline or when finished
     * @param extension null where none was ever asked for
     * @param mayAct the caller's own unit leads it
     * @param plannedDay the last day as it was named, where {@code lastDay} is another one because of days off; else null
     * @param news how fresh the news are; null where none are owed
     */
    public record TaskSummary(
            TaskId id,
            PlanId plan,
            UnitId commune,
            String communeName,
            @Nullable String ordinal,
            String title,
            List<UnitName> lead,
            List<UnitName> coordinating,
            @Nullable Due due,
            @Nullable LocalDate lastDay,
            @Nullable Integer daysLeft,
            WorkState workState,
            TimeClass timeClass,
            boolean opened,
            boolean overdueBeforeEntry,
            @Nullable LocalDate submittedOn,
            @Nullable Extended extension,
            boolean mayAct,
            @Nullable LocalDate plannedDay,
            @Nullable News news) {

        public TaskSummary {
            lead = Lists.orEmpty(lead);
            coordinating = Lists.orEmpty(coordinating);
        }

        /** Of a task whose day no days off moved, and that owes no news. */
        public TaskSummary(
                TaskId id,
                PlanId plan,
                UnitId commune,
                String communeName,
                @Nullable String ordinal,
                String title,
                List<UnitName> lead,
                List<UnitName> coordinating,
                @Nullable Due due,
                @Nullable LocalDate lastDay,
                @Nullable Integer daysLeft,
                WorkState workState,
                TimeClass timeClass,
                boolean opened,
                boolean overdueBeforeEntry,
                @Nullable LocalDate submittedOn,
                @Nullable Extended extension,
                boolean mayAct) {
            this(id, plan, commune, communeName, ordinal, title, lead, coordinating, due, lastDay, daysLeft, workState, timeClass, opened,
                    overdueBeforeEntry, submittedOn, extension, mayAct, null, null);
        }
    }

    /**
     * @param firstDay the last day in time before the first extension; null while none was granted
     * @param granted how many were granted
     * @param asked the last day that is asked for and was not decided on; null where nothing waits
     * @param againstFirstDay how the task stands against {@code firstDay}; null without one
     */
    public record Extended(@Nullable LocalDate firstDay, int granted, @Nullable LocalDate asked, @Nullable TimeClass againstFirstDay) {}

    /** One entry of the history: what, when by the domain's clock, in which position. The texts are people's own. */
    public record Entry(String type, Instant at, @Nullable PositionId position, @Nullable String positionTitle, @Nullable String unitName, @Nullable String note) {}

    /** @param actions what the caller may do now: acknowledgement, progress, completion, acceptance, return */
    public record Task(
            TaskSummary summary, long version, @Nullable String product, @Nullable Long budgetVnd, @Nullable Integer percent,
            @Nullable String lastNote, @Nullable String evidence, List<Entry> history, List<String> actions) {

        public Task {
            history = Lists.orEmpty(history);
            actions = Lists.orEmpty(actions);
        }
    }

    /** What a change leaves behind. The history is not told with it: reading and sending it cost a third of a call. */
    public record Changed(TaskSummary summary, long version, List<String> actions) {

        public Changed {
            actions = Lists.orEmpty(actions);
        }
    }

    /** @param note a sentence; {@code difficulty} and {@code percent} (0 to 100) only if wanted */
    public record Progress(String note, @Nullable String difficulty, @Nullable Integer percent) {}

    /** @param documentNumber number of the product where it is a document; {@code documentDate} its date */
    public record Completion(String note, @Nullable String documentNumber, @Nullable LocalDate documentDate) {}

    /** Days before the deadline of one task on which somebody is told, falling; empty for those of the settings. */
    public record OwnReminders(List<Integer> daysLeft) {

        public OwnReminders {
            daysLeft = Lists.orEmpty(daysLeft);
        }
    }

    /** @param until the last day wanted instead; {@code reason} a sentence */
    public record ExtensionWanted(LocalDate until, String reason) {}

    /** @param until another last day than the one asked for; null for that one */
    public record ExtensionGrant(@Nullable LocalDate until, @Nullable String reason) {}

    /**
     * One act on many tasks.
     *
     * @param act acknowledge, accept or return
     * @param tasks their ids, at most 2,000
     * @param reason of a return, for all of them
     */
    public record Acts(String act, List<TaskId> tasks, @Nullable String reason) {

        public Acts {
            tasks = Lists.orEmpty(tasks);
        }
    }

    /** A decision of the giver; a return needs its reason. */
    public record Decision(@Nullable String reason) {}
}
