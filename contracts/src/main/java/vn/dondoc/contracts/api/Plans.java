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

    /**
     * @param parent the plan above it, once somebody has named it; the document itself only cites plans
     * @param programme the programme that it carries out, once somebody has named it; the document names many
     */
    public record Heading(
            @Nullable String kind,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable String title,
            @Nullable String issuer,
            @Nullable Integer year,
            @Nullable String signer,
            @Nullable PlanId parent,
            @Nullable String programme) {

        /** As it stands in the document. */
        public Heading(
                @Nullable String kind, @Nullable String number, @Nullable LocalDate issuedOn, @Nullable String title, @Nullable String issuer,
                @Nullable Integer year, @Nullable String signer) {
            this(kind, number, issuedOn, title, issuer, year, signer, null, null);
        }
    }

    /**
     * What the document asks for without making a task of it: a duty of a unit, a measure, an objective without a figure. Somebody says
     * what becomes of it.
     *
     * @param row stays the same through corrections; null in drafts from before duties were rows
     * @param unit as the document names it; empty where it names none
     * @param lead the units that name stands for, proposed as lead
     * @param decision task, target, watched (kept in the plan, owed by nobody) or dropped; null while nobody decided
     * @param became the row of the task or target it was turned into
     * @param heading what it stands under in the document
     */
    public record Duty(
            @Nullable String row,
            String unit,
            List<NamedUnit> lead,
            String text,
            @Nullable String decision,
            @Nullable String became,
            @Nullable Source source,
            @Nullable String heading) {

        public Duty {
            lead = Lists.orEmpty(lead);
        }

        /** Under no heading. */
        public Duty(
                @Nullable String row, String unit, List<NamedUnit> lead, String text, @Nullable String decision, @Nullable String became,
                @Nullable Source source) {
            this(row, unit, lead, text, decision, became, source, null);
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

    /**
     * What can be corrected. A merge patch replaces whole lists.
     *
     * @param duties of units; each has to be decided before publishing
     * @param measures and {@code objectives}, those without a figure: what nobody decided is watched
     */
    public record Content(
            Heading document,
            List<TaskRow> tasks,
            List<TargetRow> targets,
            List<RuleRow> reporting,
            List<Duty> duties,
            List<String> recipients,
            List<Duty> measures,
            List<Duty> objectives) {

        /** Without measures and objectives. */
        public Content(
                Heading document, List<TaskRow> tasks, List<TargetRow> targets, List<RuleRow> reporting, List<Duty> duties, List<String> recipients) {
            this(document, tasks, targets, reporting, duties, recipients, List.of(), List.of());
        }

        public Content {
            measures = Lists.orEmpty(measures);
            objectives = Lists.orEmpty(objectives);
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

    /**
     * @param above the plan above it, in lists, as far as the caller may see it
     * @param closedOn the day it was closed; null while it runs
     */
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
            int rules,
            @Nullable PlanAbove above,
            @Nullable LocalDate closedOn,
            @Nullable String programme) {

        /** One that runs, without the plan above it, of no programme. */
        public PlanSummary(
                PlanId id, UnitId commune, String communeName, String title, @Nullable String number, @Nullable LocalDate issuedOn,
                @Nullable Integer year, LocalDate publishedOn, int tasks, int targets, int rules) {
            this(id, commune, communeName, title, number, issuedOn, year, publishedOn, tasks, targets, rules, null, null, null);
        }
    }

    /** The plan above another one. */
    public record PlanAbove(PlanId id, @Nullable String number, String title) {}

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

    /**
     * What is followed without being owed ("theo dõi chung").
     *
     * @param unit empty where the document names none
     * @param part duties, measures or objectives; null in plans from before there were others than duties
     * @param heading what it stands under in the document
     */
    public record WatchedDuty(String unit, String text, @Nullable String part, @Nullable String heading) {}

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
