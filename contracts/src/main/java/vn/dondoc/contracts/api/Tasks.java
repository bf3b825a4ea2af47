package vn.dondoc.contracts.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PartKind;
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
     * @param part null where it is no part of another one
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
            @Nullable Membership part) {

        public TaskSummary {
            lead = Lists.orEmpty(lead);
            coordinating = Lists.orEmpty(coordinating);
        }

        /** Of a task that is no part of another one. */
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
                    overdueBeforeEntry, submittedOn, extension, mayAct, null);
        }
    }

    /**
     * What a task is a part of.
     *
     * @param period of an occurrence: "2026-11", "2026-Q4", "2026-W47"; null for other parts
     */
    public record Membership(PartKind kind, TaskId whole, @Nullable String period) {}

    /** @param visible the caller may open it */
    public record Whole(TaskId id, String title, boolean visible) {}

    /**
     * A part in the view of its whole.
     *
     * @param period of an occurrence; null for other parts
     * @param visible the caller may open it
     */
    public record Part(
            TaskId id,
            PartKind kind,
            @Nullable String period,
            String title,
            List<UnitName> lead,
            @Nullable LocalDate lastDay,
            WorkState workState,
            TimeClass timeClass,
            boolean visible) {

        public Part {
            lead = Lists.orEmpty(lead);
        }
    }

    /**
     * The parts of a task; what was cancelled is not counted.
     *
     * @param finished how many of {@code all} were accepted
     * @param items the worst first, 200 at most
     * @param mayTake the units that the caller may give a part to now
     */
    public record Parts(int finished, int all, List<Part> items, List<UnitName> mayTake) {

        public Parts {
            items = Lists.orEmpty(items);
            mayTake = Lists.orEmpty(mayTake);
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

    /**
     * @param actions what the caller may do now: acknowledgement, progress, completion, acceptance, return, delegation
     * @param whole null where it is no part of another one
     * @param parts null where it has none and the caller may not give one
     */
    public record Task(
            TaskSummary summary, long version, @Nullable String product, @Nullable Long budgetVnd, @Nullable Integer percent,
            @Nullable String lastNote, @Nullable String evidence, List<Entry> history, List<String> actions, @Nullable Whole whole,
            @Nullable Parts parts) {

        public Task {
            history = Lists.orEmpty(history);
            actions = Lists.orEmpty(actions);
        }

        /** Of a task that neither is a part nor has any. */
        public Task(
                TaskSummary summary, long version, @Nullable String product, @Nullable Long budgetVnd, @Nullable Integer percent,
                @Nullable String lastNote, @Nullable String evidence, List<Entry> history, List<String> actions) {
            this(summary, version, product, budgetVnd, percent, lastNote, evidence, history, actions, null, null);
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

    /**
     * @param note a sentence; may be missing only where there was {@code nothing}
     * @param documentNumber number of the product where it is a document; {@code documentDate} its date
     * @param nothing there was nothing to report in the period of an occurrence ("không có phát sinh")
     * @param despiteParts done, although parts of it are open
     */
    public record Completion(
            @Nullable String note, @Nullable String documentNumber, @Nullable LocalDate documentDate, @Nullable Boolean nothing,
            @Nullable Boolean despiteParts) {

        public Completion(@Nullable String note, @Nullable String documentNumber, @Nullable LocalDate documentDate) {
            this(note, documentNumber, documentDate, null, null);
        }
    }

    /**
     * A part for another unit.
     *
     * @param kind delegated, which null means too, or coordination
     * @param title what is to be done
     * @param lastDay never after the one of the whole, which null means
     */
    public record Delegation(@Nullable PartKind kind, UnitId unit, String title, @Nullable LocalDate lastDay) {}

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
