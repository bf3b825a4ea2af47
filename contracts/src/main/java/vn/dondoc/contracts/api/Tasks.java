package vn.dondoc.contracts.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Due;
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
            boolean mayAct) {

        public TaskSummary {
            lead = Lists.orEmpty(lead);
            coordinating = Lists.orEmpty(coordinating);
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
     * A file that goes with what was told of a task.
     *
     * @param contentType by what it holds
     * @param size in bytes
     * @param sha256 in hexadecimal digits
     * @param at when it was told with something, by the domain's clock; when it was sent while it waits for that
     */
    public record File(
            String id, String name, String contentType, long size, String sha256, Instant at, @Nullable String positionTitle,
            @Nullable String unitName) {}

    /**
     * The last words on a task.
     *
     * @param at when they were told, by the domain's clock
     */
    public record LastNote(TaskId task, String note, Instant at) {}

    /** The last words on several tasks; those of which nobody told anything are left out. */
    public record LastNotes(List<LastNote> notes) {

        public LastNotes {
            notes = Lists.orEmpty(notes);
        }
    }

    /**
     * @param actions what the caller may do now: acknowledgement, progress, completion, acceptance, return
     * @param files what was told with them, oldest first
     */
    public record Task(
            TaskSummary summary, long version, @Nullable String product, @Nullable Long budgetVnd, @Nullable Integer percent,
            @Nullable String lastNote, @Nullable String evidence, List<Entry> history, List<String> actions, List<File> files) {

        public Task {
            history = Lists.orEmpty(history);
            actions = Lists.orEmpty(actions);
            files = Lists.orEmpty(files);
        }

        /** Without files. */
        public Task(
                TaskSummary summary, long version, @Nullable String product, @Nullable Long budgetVnd, @Nullable Integer percent,
                @Nullable String lastNote, @Nullable String evidence, List<Entry> history, List<String> actions) {
            this(summary, version, product, budgetVnd, percent, lastNote, evidence, history, actions, List.of());
        }
    }

    /** What a change leaves behind. The history is not told with it: reading and sending it cost a third of a call. */
    public record Changed(TaskSummary summary, long version, List<String> actions) {

        public Changed {
            actions = Lists.orEmpty(actions);
        }
    }

    /**
     * @param note a sentence; {@code difficulty} and {@code percent} (0 to 100) only if wanted
     * @param files ids of files that were sent before, at most 10
     */
    public record Progress(String note, @Nullable String difficulty, @Nullable Integer percent, @Nullable List<String> files) {

        public Progress(String note, @Nullable String difficulty, @Nullable Integer percent) {
            this(note, difficulty, percent, null);
        }
    }

    /**
     * @param documentNumber number of the product where it is a document; {@code documentDate} its date
     * @param files ids of files that were sent before, at most 10
     */
    public record Completion(
            String note, @Nullable String documentNumber, @Nullable LocalDate documentDate, @Nullable List<String> files) {

        public Completion(String note, @Nullable String documentNumber, @Nullable LocalDate documentDate) {
            this(note, documentNumber, documentDate, null);
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
