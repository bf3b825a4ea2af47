package vn.dondoc.contracts.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.News;
import vn.dondoc.contracts.event.Origin;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.Particulars;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.DirectiveId;
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
     * @param explanation null where none was ever asked for
     * @param shares of several lead units, in their order; empty where one leads
     * @param mayAct the caller's own unit leads it
     * @param days of its life
     * @param plannedDay the last day as it was named, where {@code lastDay} is another one because of days off; else null
     * @param news how fresh the news are; null where none are owed
     * @param part null where it is no part of another one
     * @param directive that it is a part of; null where it is of a plan
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
            @Nullable Explained explanation,
            List<Share> shares,
            boolean mayAct,
            Days days,
            @Nullable LocalDate plannedDay,
            @Nullable News news,
            @Nullable Membership part,
            @Nullable Given directive) {

        public TaskSummary {
            lead = Lists.orEmpty(lead);
            coordinating = Lists.orEmpty(coordinating);
            shares = Lists.orEmpty(shares);
            days = Objects.requireNonNullElse(days, Days.NONE);
        }

        /** Of a plan. */
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
                @Nullable Explained explanation,
                List<Share> shares,
                boolean mayAct,
                Days days,
                @Nullable LocalDate plannedDay,
                @Nullable News news,
                @Nullable Membership part) {
            this(id, plan, commune, communeName, ordinal, title, lead, coordinating, due, lastDay, daysLeft, workState, timeClass, opened, overdueBeforeEntry, submittedOn, extension, explanation, shares, mayAct, days, plannedDay, news, part, null);
        }

        /** Of a task that one unit leads and nobody has to explain, of which no more days are known, and that owes no news. */
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
                    overdueBeforeEntry, submittedOn, extension, null, List.of(), mayAct, Days.NONE, null, null, null);
        }
    }

    /**
     * The directive that a task is a part of.
     *
     * @param number of its document; null where it has none
     * @param urgency null where it is a usual one
     * @param origin the conclusion or finding it was made of; null where it was made of none
     */
    public record Given(
            DirectiveId id, UnitName giver, @Nullable String number, @Nullable Urgency urgency, @Nullable Origin origin) {}

    /**
     * Days in the life of a task, Asia/Ho_Chi_Minh.
     *
     * @param assignedOn null where that was not recorded
     * @param openedOn the first day somebody of a lead unit opened it; null while nobody has
     * @param daysToOpen from {@code assignedOn} to {@code openedOn}; null without one of them
     * @param returnedOn the day the lead unit gave it back to its giver, who has not decided yet; else null
     * @param decideBy the last day to decide on the submission, which counts as accepted afterwards; null where it waits without end
     * @param doneOn the day it was really done, where its deadline was past when the plan was published; else null
     */
    public record Days(
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate openedOn,
            @Nullable Integer daysToOpen,
            @Nullable LocalDate returnedOn,
            @Nullable LocalDate decideBy,
            @Nullable LocalDate doneOn) {

        public static final Days NONE = new Days(null, null, null, null, null, null);
    }

    /**
     * What a task is a part of.
     *
     * @param period of an occurrence: "2026-11", "2026-Q4", "2026-W47"; null for other parts
     * @param doer the position that does it; null where its unit as a whole does
     */
    public record Membership(PartKind kind, TaskId whole, @Nullable String period, @Nullable Doer doer) {}

    /**
     * The position that does a part.
     *
     * @param vacant nobody holds it: whoever leads the unit is told in its stead
     * @param own the caller holds it, or stands in
     */
    public record Doer(PositionId position, String title, boolean vacant, boolean own) {}

    /** A position that a part can be given to now. */
    public record Taker(PositionId position, String title, UnitName unit, boolean vacant) {}

    /** @param visible the caller may open it */
    public record Whole(TaskId id, String title, boolean visible) {}

    /**
     * A part in the view of its whole.
     *
     * @param period of an occurrence; null for other parts
     * @param visible the caller may open it
     * @param doer the position that does it; null where its unit as a whole does
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
            boolean visible,
            @Nullable Doer doer) {

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
     * @param positions in those units, and in those that lead it themselves, that the caller may give a part to now
     */
    public record Parts(int finished, int all, List<Part> items, List<UnitName> mayTake, List<Taker> positions) {

        public Parts {
            positions = Lists.orEmpty(positions);
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

    /**
     * An explanation that a leader asked for.
     *
     * @param lastDay the last day to answer in time
     * @param givenOn the day of the last answer; null while it is owed
     * @param overdue it was not answered in time, be it answered now or not
     * @param times how often one was asked for
     * @param owed somebody has to answer
     */
    public record Explained(
            LocalDate askedOn, LocalDate lastDay, @Nullable LocalDate givenOn, boolean overdue, int times, boolean owed) {}

    /**
     * The share of one of several lead units.
     *
     * @param finishedOn the day it said that its share is done; null while it has not
     * @param concluding it concludes for all
     * @param mayFinish the caller may say that it is done
     */
    public record Share(UnitName unit, @Nullable LocalDate finishedOn, boolean concluding, boolean mayFinish) {}

    /**
     * One entry of the history: what, when by the domain's clock, in which position. The texts are people's own.
     *
     * @param figures that it tells; null where it tells none
     */
    public record Entry(
            String type, Instant at, @Nullable PositionId position, @Nullable String positionTitle, @Nullable String unitName, @Nullable String note,
            @Nullable List<Figure> figures) {

        /** Without figures. */
        public Entry(
                String type, Instant at, @Nullable PositionId position, @Nullable String positionTitle, @Nullable String unitName, @Nullable String note) {
            this(type, at, position, positionTitle, unitName, note, null);
        }
    }

    /**
     * How far something that is counted is: "Số thôn đã khảo sát: 12/30 thôn".
     *
     * @param name at most 100 characters
     * @param value at least 0, with at most 15 digits before the point and 4 behind it
     * @param outOf of how many, more than 0; {@code value} may exceed it; null where that is not known
     * @param unit at most 30 characters; null where the name says it
     */
    public record Figure(String name, BigDecimal value, @Nullable BigDecimal outOf, @Nullable String unit) {}

    /** @param toldOn the last day it was told, Asia/Ho_Chi_Minh */
    public record FigureTold(Figure figure, LocalDate toldOn) {}

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
     * @param figures the latest of each name, whenever it was told; null where none was
     */
    public record LastNote(TaskId task, String note, Instant at, @Nullable List<FigureTold> figures) {

        /** Of a task without figures. */
        public LastNote(TaskId task, String note, Instant at) {
            this(task, note, at, null);
        }
    }

    /** A leader by the position. */
    public record Leader(PositionId position, String title) {}

    /** @param leaders those whose field a task is; none where nobody divided that up */
    public record LedBy(TaskId task, List<Leader> leaders) {

        public LedBy {
            leaders = Lists.orEmpty(leaders);
        }
    }

    /** Who is in charge of several tasks. */
    public record InCharge(List<LedBy> tasks) {

        public InCharge {
            tasks = Lists.orEmpty(tasks);
        }
    }

    /** The last words on several tasks; those of which nobody told anything are left out. */
    public record LastNotes(List<LastNote> notes) {

        public LastNotes {
            notes = Lists.orEmpty(notes);
        }
    }

    /**
     * @param actions what the caller may do now: acknowledgement, progress, completion, acceptance, return, delegation
     * @param particulars null where nobody told any
     * @param followed a position of the caller follows it
     * @param whole null where it is no part of another one
     * @param parts null where it has none and the caller may not give one
     * @param files what was told with them, oldest first
     * @param figures the latest of each name, those told last first
     */
    public record Task(
            TaskSummary summary, long version, @Nullable String product, @Nullable Long budgetVnd, @Nullable Integer percent,
            @Nullable String lastNote, @Nullable String evidence, List<Entry> history, List<String> actions,
            @Nullable Particulars particulars, boolean followed, @Nullable Whole whole,
            @Nullable Parts parts, List<File> files, List<FigureTold> figures) {

        public Task {
            history = Lists.orEmpty(history);
            actions = Lists.orEmpty(actions);
            files = Lists.orEmpty(files);
            figures = Lists.orEmpty(figures);
        }

        /** Of a task without figures. */
        public Task(
                TaskSummary summary, long version, @Nullable String product, @Nullable Long budgetVnd, @Nullable Integer percent,
                @Nullable String lastNote, @Nullable String evidence, List<Entry> history, List<String> actions,
                @Nullable Particulars particulars, boolean followed, @Nullable Whole whole,
                @Nullable Parts parts, List<File> files) {
            this(summary, version, product, budgetVnd, percent, lastNote, evidence, history, actions, particulars, followed, whole, parts, files, List.of());
        }

        /** Of a task without files that neither is a part nor has any. */
        public Task(
                TaskSummary summary, long version, @Nullable String product, @Nullable Long budgetVnd, @Nullable Integer percent,
                @Nullable String lastNote, @Nullable String evidence, List<Entry> history, List<String> actions,
                @Nullable Particulars particulars, boolean followed) {
            this(summary, version, product, budgetVnd, percent, lastNote, evidence, history, actions, particulars, followed, null, null, List.of());
        }

        /** The same of which nothing else is known. */
        public Task(
                TaskSummary summary, long version, @Nullable String product, @Nullable Long budgetVnd, @Nullable Integer percent,
                @Nullable String lastNote, @Nullable String evidence, List<Entry> history, List<String> actions) {
            this(summary, version, product, budgetVnd, percent, lastNote, evidence, history, actions, null, false, null, null, List.of());
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
     * @param figures at most 5, none of them twice
     */
    public record Progress(
            String note, @Nullable String difficulty, @Nullable Integer percent, @Nullable List<String> files, @Nullable List<Figure> figures) {

        /** Without figures. */
        public Progress(String note, @Nullable String difficulty, @Nullable Integer percent, @Nullable List<String> files) {
            this(note, difficulty, percent, files, null);
        }

        public Progress(String note, @Nullable String difficulty, @Nullable Integer percent) {
            this(note, difficulty, percent, null, null);
        }
    }

    /**
     * @param note a sentence; may be missing only where there was {@code nothing}
     * @param documentNumber number of the product where it is a document; {@code documentDate} its date
     * @param doneOn the day it was really done; only where the deadline was past when the plan was published
     * @param unit of several lead units the one whose share is done; null for the caller's own
     * @param nothing there was nothing to report in the period of an occurrence ("không có phát sinh")
     * @param despiteParts done, although parts of it are open
     * @param files ids of files that were sent before, at most 10
     * @param figures at most 5, none of them twice
     */
    public record Completion(
            @Nullable String note, @Nullable String documentNumber, @Nullable LocalDate documentDate, @Nullable LocalDate doneOn, @Nullable UnitId unit,
            @Nullable Boolean nothing, @Nullable Boolean despiteParts, @Nullable List<String> files, @Nullable List<Figure> figures) {

        /** Without figures. */
        public Completion(
                @Nullable String note, @Nullable String documentNumber, @Nullable LocalDate documentDate, @Nullable LocalDate doneOn, @Nullable UnitId unit,
                @Nullable Boolean nothing, @Nullable Boolean despiteParts, @Nullable List<String> files) {
            this(note, documentNumber, documentDate, doneOn, unit, nothing, despiteParts, files, null);
        }

        /** Without files. */
        public Completion(
                @Nullable String note, @Nullable String documentNumber, @Nullable LocalDate documentDate, @Nullable LocalDate doneOn,
                @Nullable UnitId unit) {
            this(note, documentNumber, documentDate, doneOn, unit, null, null, null, null);
        }

        /** Of the caller's own unit. */
        public Completion(@Nullable String note, @Nullable String documentNumber, @Nullable LocalDate documentDate) {
            this(note, documentNumber, documentDate, null, null, null, null, null, null);
        }
    }

    /** Why, in a sentence. */
    public record Reason(String reason) {}

    /** @param lead the units that answer from now on, at least one; {@code coordinating} those that take part */
    public record Reassignment(List<UnitId> lead, List<UnitId> coordinating, String reason) {

        public Reassignment {
            lead = Lists.orEmpty(lead);
            coordinating = Lists.orEmpty(coordinating);
        }
    }

    /** What somebody has to say. */
    public record Comment(String text) {}

    /** @param unit the lead unit that concludes for all; null where each has to finish */
    public record ConclusionUnit(@Nullable UnitId unit) {}

    /**
     * A task that was overdue at the end of a past day, as was known then; what came later changes nothing here.
     *
     * @param lastDay as it was then, Asia/Ho_Chi_Minh
     * @param daysLate on that day
     * @param workState as it was then
     * @param now how it stands against its deadline at present
     */
    public record OverdueThen(
            TaskId id,
            PlanId plan,
            UnitId commune,
            String communeName,
            @Nullable String ordinal,
            String title,
            List<UnitName> lead,
            LocalDate lastDay,
            int daysLate,
            WorkState workState,
            TimeClass now) {

        public OverdueThen {
            lead = Lists.orEmpty(lead);
        }
    }

    /** @param question a sentence; {@code lastDay} to answer, null for as many days as the commune's settings give */
    public record ExplanationWanted(String question, @Nullable LocalDate lastDay) {}

    public record ExplanationAnswer(String text) {}

    /** Days before the deadline of one task on which somebody is told, falling; empty for those of the settings. */
    public record OwnReminders(List<Integer> daysLeft) {

        public OwnReminders {
            daysLeft = Lists.orEmpty(daysLeft);
        }
    }
    /**
     * A part for another unit, or for a position.
     *
     * @param kind delegated, which null means too, or coordination
     * @param title what is to be done
     * @param lastDay never after the one of the whole, which null means
     * @param position in that unit that does it, which may be one of the lead unit itself; null for the unit as a whole
     */
    public record Delegation(
            @Nullable PartKind kind, UnitId unit, String title, @Nullable LocalDate lastDay, @Nullable PositionId position) {

        /** For the unit as a whole. */
        public Delegation(@Nullable PartKind kind, UnitId unit, String title, @Nullable LocalDate lastDay) {
            this(kind, unit, title, lastDay, null);
        }
    }

    /** @param until the last day wanted instead; {@code reason} a sentence */
    public record ExtensionWanted(LocalDate until, String reason) {}

    /** @param until another last day than the one asked for; null for that one */
    public record ExtensionGrant(@Nullable LocalDate until, @Nullable String reason) {}

    /**
     * What is known of a task beside its plan; what is null is not known any more.
     *
     * @param nationalCode its code in the national or provincial system
     */
    public record ParticularsWanted(
            @Nullable String nationalCode, @Nullable AssigningLevel level, @Nullable String programme, @Nullable String budgetSource) {}

    /**
     * The steps of a task, in their order; those that were reached stay reached.
     *
     * @param template {@code document} or {@code science}; null where the names are given
     */
    public record StepsWanted(@Nullable String template, List<String> names) {

        public StepsWanted {
            names = Lists.orEmpty(names);
        }
    }

    /** @param step its place, from 0; {@code doneOn} null takes it back */
    public record StepReached(int step, @Nullable LocalDate doneOn) {}

    /** @param disbursedVnd in dong, in all until now */
    public record Disbursement(long disbursedVnd) {}

    /** @param follow false to be told no more */
    public record Following(boolean follow) {}

    /**
     * One act on many tasks.
     *
     * @param act acknowledge, accept, return, cancel or reassign
     * @param tasks their ids, at most 2,000
     * @param reason for all of them; not needed to acknowledge and to accept
     * @param to whom they are given; only to reassign
     */
    public record Acts(String act, List<TaskId> tasks, @Nullable String reason, @Nullable Answerable to) {

        public Acts {
            tasks = Lists.orEmpty(tasks);
        }

        public Acts(String act, List<TaskId> tasks, @Nullable String reason) {
            this(act, tasks, reason, null);
        }
    }

    /** @param lead the units that answer from now on, at least one; {@code coordinating} those that take part */
    public record Answerable(List<UnitId> lead, List<UnitId> coordinating) {

        public Answerable {
            lead = Lists.orEmpty(lead);
            coordinating = Lists.orEmpty(coordinating);
        }
    }

    /** A decision of the giver; a return needs its reason. */
    public record Decision(@Nullable String reason) {}
}
