package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Documents that were read, and plans that came of them. */
public final class Plans {

    private Plans() {}

    /**
     * Where something stands in the document's text.
     *
     * @param place for people: "trang 2", "bảng 1, dòng 3"; null where unknown
     * @param start offset in the extracted text, in UTF-16 units; -1 where unknown
     * @param file name of the annex it stands in; null for the document itself
     */
    public record Source(@Nullable String place, int start, int end, @Nullable String excerpt, @Nullable String file) {

        /** A place in the document itself. */
        public Source(@Nullable String place, int start, int end, @Nullable String excerpt) {
            this(place, start, end, excerpt, null);
        }
    }

    /** Something to look at before publishing; {@code row} names the row it is about, null for the document. */
    public record Warning(String code, String message, @Nullable String row, @Nullable Source source) {}

    /** A unit as the document names it and the unit of the directory it stands for; null until somebody says which. */
    public record NamedUnit(String name, @Nullable UnitId unit, List<UnitId> candidates) {

        public NamedUnit {
            candidates = Lists.orEmpty(candidates);
        }
    }

    /**
     * A task as read and corrected.
     *
     * @param row stays the same through corrections
     * @param dropped not to be published
     * @param confirmed to be published although its lead or deadline is open
     * @param dueText what the document says of the time, where it could not be read; null else
     */
    public record TaskRow(
            String row,
            @Nullable String ordinal,
            String title,
            List<NamedUnit> lead,
            List<NamedUnit> coordinating,
            @Nullable String product,
            @Nullable Long budgetVnd,
            @Nullable Due due,
            @Nullable String dueText,
            boolean dropped,
            boolean confirmed,
            double confidence,
            @Nullable String reason,
            @Nullable Source source) {

        public TaskRow {
            lead = Lists.orEmpty(lead);
            coordinating = Lists.orEmpty(coordinating);
        }
    }

    /**
     * A quantified target as read and corrected.
     *
     * @param owner the unit that answers for it; null until somebody says which
     * @param dataSource where its figure comes from ("báo cáo của đơn vị", the name of a system)
     * @param rhythm how often it is measured
     */
    public record TargetRow(
            String row,
            @Nullable String group,
            String name,
            String operator,
            BigDecimal value,
            String unit,
            @Nullable NamedUnit owner,
            @Nullable String dataSource,
            @Nullable Frequency rhythm,
            boolean dropped,
            double confidence,
            @Nullable Source source) {}

    /**
     * A reporting duty as read and corrected.
     *
     * @param day the day the document names; null where it names none, and then it cannot be published until one is given or it is dropped
     * @param strict "trước ngày 15" excludes the 15th
     * @param dayConfirmed somebody said that the day is right; asked where the document names a day of the quarter without a month
     * @param owedBy units that will owe it, proposed from the reporter's words
     */
    public record RuleRow(
            String row,
            Frequency frequency,
            @Nullable Integer day,
            @Nullable Integer month,
            boolean strict,
            @Nullable Boolean dayConfirmed,
            @Nullable String reporter,
            @Nullable String recipient,
            List<UnitId> owedBy,
            @Nullable UnitId owedTo,
            boolean dropped,
            @Nullable Source source) {

        public RuleRow {
            owedBy = Lists.orEmpty(owedBy);
        }
    }

    public record Heading(
            @Nullable String kind,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable String title,
            @Nullable String issuer,
            @Nullable Integer year,
            @Nullable String signer) {}

    /**
     * What a unit answers for without a task of its own; somebody has to say what becomes of it.
     *
     * @param row stays the same through corrections; null in drafts from before duties were rows
     * @param unit as the document names it
     * @param lead the units that name stands for, proposed as lead
     * @param decision task, target, watched (kept in the plan, owed by nobody) or dropped; null while nobody decided
     * @param became the row of the task or target it was turned into
     */
    public record Duty(
            @Nullable String row,
            String unit,
            List<NamedUnit> lead,
            String text,
            @Nullable String decision,
            @Nullable String became,
            @Nullable Source source) {

        public Duty {
            lead = Lists.orEmpty(lead);
        }

        /** Whether it is kept in the plan without being owed. */
        @JsonIgnore
        public boolean isWatched() {
            return "watched".equals(decision);
        }
    }

    /** A unit that a name may stand for, and why; {@code why} is a stable code, {@code message} its sentence. */
    public record Candidate(UnitId unit, String unitName, String why, String message) {}

    /**
     * A name of a unit in a draft, once, however many rows carry it.
     *
     * @param rows where it stands
     * @param open whether a row still waits to be told which unit it is
     * @param collective it names many at once ("các phòng, đơn vị liên quan")
     * @param kind of the unit that the name would be, were it created
     */
    public record NameInDraft(
            String name, List<String> rows, boolean open, boolean collective, List<UnitId> units, List<Candidate> candidates, UnitKind kind) {

        public NameInDraft {
            rows = Lists.orEmpty(rows);
            units = Lists.orEmpty(units);
            candidates = Lists.orEmpty(candidates);
        }
    }

    /** What could be said of a row that leaves something open; taken by {@link DraftAct.TakeProposals}. */
    public record Proposal(String row, String code, String message) {}

    /** What can be corrected. A merge patch replaces whole lists. */
    public record Content(
            Heading document,
            List<TaskRow> tasks,
            List<TargetRow> targets,
            List<RuleRow> reporting,
            List<Duty> duties,
            List<String> recipients) {

        public Content {
            tasks = Lists.orEmpty(tasks);
            targets = Lists.orEmpty(targets);
            reporting = Lists.orEmpty(reporting);
            duties = Lists.orEmpty(duties);
            recipients = Lists.orEmpty(recipients);
        }
    }

    /**
     * A draft: open, publishing or published.
     *
     * @param names the units it names, the open ones first
     * @param undoable whether there is a last change to take back
     */
    public record Draft(
            DraftId id,
            long version,
            UnitId commune,
            String communeName,
            String fileName,
            String sha256,
            String status,
            @Nullable PlanId plan,
            Instant createdAt,
            Content content,
            List<Warning> warnings,
            List<NameInDraft> names,
            List<Proposal> proposals,
            boolean undoable) {

        public Draft {
            warnings = Lists.orEmpty(warnings);
            names = Lists.orEmpty(names);
            proposals = Lists.orEmpty(proposals);
        }
    }

    public record DraftSummary(
            DraftId id, UnitId commune, String communeName, String fileName, @Nullable String title, String status,
            @Nullable PlanId plan, int tasks, int targets, int warnings, Instant createdAt) {}

    /** The text the offsets of {@link Source} refer to. */
    public record SourceText(String fileName, String text) {}

    public record PlanSummary(
            PlanId id,
            UnitId commune,
            String communeName,
            String title,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable Integer year,
            LocalDate publishedOn,
            int tasks,
            int targets,
            int rules) {}

    public record PlanTask(
            TaskId id, @Nullable String ordinal, String title, List<UnitId> lead, List<String> leadNames,
            List<UnitId> coordinating, List<String> coordinatingNames, @Nullable String product, @Nullable Long budgetVnd, @Nullable Due due) {

        public PlanTask {
            lead = Lists.orEmpty(lead);
            leadNames = Lists.orEmpty(leadNames);
            coordinating = Lists.orEmpty(coordinating);
            coordinatingNames = Lists.orEmpty(coordinatingNames);
        }
    }

    /** A target; owner, source and rhythm are null only in plans from before they were asked for. */
    public record PlanTarget(
            TargetId id,
            @Nullable String group,
            String name,
            String operator,
            BigDecimal value,
            String unit,
            @Nullable UnitId owner,
            @Nullable String ownerName,
            @Nullable String dataSource,
            @Nullable Frequency rhythm) {}

    /** A duty that is followed without being owed ("theo dõi chung"). */
    public record WatchedDuty(String unit, String text) {}

    public record PlanRule(
            RuleId id, String title, Frequency frequency, int day, @Nullable Integer month, List<UnitId> owedBy, List<String> owedByNames,
            UnitId owedTo, String owedToName) {

        public PlanRule {
            owedBy = Lists.orEmpty(owedBy);
            owedByNames = Lists.orEmpty(owedByNames);
        }
    }

    public record Plan(
            PlanSummary summary, List<PlanTask> tasks, List<PlanTarget> targets, List<PlanRule> rules, List<WatchedDuty> watched) {

        public Plan {
            tasks = Lists.orEmpty(tasks);
            targets = Lists.orEmpty(targets);
            rules = Lists.orEmpty(rules);
            watched = Lists.orEmpty(watched);
        }
    }
}
