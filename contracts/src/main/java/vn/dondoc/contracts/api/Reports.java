package vn.dondoc.contracts.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.MatterLevel;
import vn.dondoc.contracts.event.MatterStatus;
import vn.dondoc.contracts.event.ReportBounds;
import vn.dondoc.contracts.event.ReportGroup;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.MatterId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Expected reports and what units sent. */
public final class Reports {

    private Reports() {}

    /** @param explanation that was asked for since it is late; null where none ever was */
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
            boolean mayAct,
            RuleId rule,
            @Nullable ReportBounds bounds,
            @Nullable LocalDate preparedOn,
            boolean onBehalf,
            boolean asked,
            Tasks.@Nullable Explained explanation) {}

    /** A line of the form, prefilled from what is recorded of the plan's tasks of that unit. */
    public record TaskLine(TaskId task, @Nullable String ordinal, String title, TimeClass timeClass, @Nullable String result) {}

    /**
     * The figure of a target in the form of a report.
     *
     * @param goal what the plan asks for by the operator
     * @param value in the form what is recorded of the period; in an answer what was sent
     * @param estimated "ước"; else "thực hiện"
     * @param lastYear the figure of the same period of last year, where it is known
     * @param arithmetic how figures of several become one; null in answers from before it was kept
     * @param weight how heavy it is in a mean; null elsewhere
     */
    public record FigureLine(
            TargetId target,
            String name,
            String operator,
            BigDecimal goal,
            String unit,
            @Nullable BigDecimal value,
            boolean estimated,
            @Nullable BigDecimal lastYear,
            @Nullable TargetArithmetic arithmetic,
            @Nullable BigDecimal weight) {

        /** As it is told, before anybody looks up how it is reckoned. */
        public FigureLine(
                TargetId target, String name, String operator, BigDecimal goal, String unit, @Nullable BigDecimal value, boolean estimated,
                @Nullable BigDecimal lastYear) {
            this(target, name, operator, goal, unit, value, estimated, lastYear, null, null);
        }
    }

    /** What a campaign asks; {@code isNumber} where a figure is wanted rather than words. */
    public record Question(String text, boolean isNumber) {}

    public record QuestionAnswer(String text, @Nullable String answer) {}

    /**
     * @param results what was done; {@code nothingToReport} alone is an answer too
     * @param matters beyond the authority of the unit, each a thing of its own once the report is sent
     * @param answers to what a campaign asks
     * @param source who told it and how, where it is entered for another unit
     * @param receipt that another system was updated; only where that is what is expected
     */
    public record Submission(
            boolean nothingToReport,
            @Nullable String results,
            @Nullable String difficulties,
            @Nullable String proposals,
            @Nullable List<TaskLine> lines,
            @Nullable List<String> matters,
            @Nullable String nextSteps,
            @Nullable List<FigureLine> figures,
            @Nullable List<QuestionAnswer> answers,
            @Nullable String source,
            @Nullable Receipt receipt) {

        /** What is told to nobody else. */
        public Submission(
                boolean nothingToReport, @Nullable String results, @Nullable String difficulties, @Nullable String proposals, @Nullable List<TaskLine> lines,
                @Nullable List<String> matters, @Nullable String nextSteps, @Nullable List<FigureLine> figures, @Nullable List<QuestionAnswer> answers,
                @Nullable String source) {
            this(nothingToReport, results, difficulties, proposals, lines, matters, nextSteps, figures, answers, source, null);
        }

        /** An answer in words. */
        public Submission(
                boolean nothingToReport, @Nullable String results, @Nullable String difficulties, @Nullable String proposals, @Nullable List<TaskLine> lines) {
            this(nothingToReport, results, difficulties, proposals, lines, null, null, null, null, null, null);
        }
    }

    /**
     * That another system was updated. Whoever sends it vouches for it.
     *
     * @param updatedOn the day it was updated, not after today
     * @param number what that system confirmed it with; may be missing where a file goes with the report
     * @param leftOut tasks that were not updated there
     */
    public record Receipt(LocalDate updatedOn, @Nullable String number, @Nullable List<TaskId> leftOut) {}

    /** One entry of the history; {@code note} is the reason of a return, or what was said with an acceptance. */
    public record Entry(
            String type, Instant at, @Nullable String positionTitle, @Nullable String unitName, @Nullable String note) {}

    /**
     * A part of the form as it was kept while it is being written.
     *
     * @param name results, difficulties, proposals, matters, next-steps, {@code task-ID}, {@code target-ID} or {@code question-N}
     * @param version what a change of it has to name
     * @param positionTitle of whoever wrote it last
     */
    public record Section(String name, String text, long version, Instant at, @Nullable String positionTitle) {}

    public record File(String id, String name, String mediaType, long size, String sha256, Instant at) {}

    /** What whoever returned a report says of one part of it. */
    public record Comment(String section, String text) {}

    /**
     * @param figures the lines of the form for the targets of the unit
     * @param questions what a campaign asks; empty for reports of plans
     * @param draft what is kept of an answer that is being written; empty for those who cannot send it
     * @param comments of the newest return, by section
     * @param matters beyond authority that came of it
     */
    public record Obligation(
            ObligationSummary summary,
            long version,
            List<TaskLine> form,
            @Nullable Submission submission,
            List<Entry> history,
            List<String> actions,
            List<FigureLine> figures,
            List<Question> questions,
            List<Section> draft,
            List<Comment> comments,
            List<File> files,
            List<Matter> matters) {

        public Obligation {
            form = Lists.orEmpty(form);
            history = Lists.orEmpty(history);
            actions = Lists.orEmpty(actions);
            figures = Lists.orEmpty(figures);
            questions = Lists.orEmpty(questions);
            draft = Lists.orEmpty(draft);
            comments = Lists.orEmpty(comments);
            files = Lists.orEmpty(files);
            matters = Lists.orEmpty(matters);
        }
    }

    /** A part of an answer that is being written. */
    public record SectionText(String text) {}

    /** A decision of who receives it; a return needs its reason, and may say something of single sections. */
    public record Decision(@Nullable String reason, @Nullable List<Comment> comments) {

        public Decision(@Nullable String reason) {
            this(reason, null);
        }
    }

    /** A later last day, granted by whoever the report is owed to. */
    public record Extension(LocalDate lastDay, String reason) {}

    /** Reminds all units that have not sent the report of a rule and period yet. */
    public record Reminder(RuleId rule, String period) {}

    /**
     * Something beyond the authority of a unit.
     *
     * @param level who has to answer now
     * @param lastDay the last day in time to answer on that level
     */
    public record Matter(
            MatterId id,
            ReportId report,
            UnitId commune,
            String communeName,
            UnitId unit,
            String unitName,
            String text,
            MatterLevel level,
            LocalDate raisedOn,
            LocalDate lastDay,
            MatterStatus status,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            long version,
            List<String> actions) {

        public Matter {
            actions = Lists.orEmpty(actions);
        }
    }

    public record MatterAnswer(String text) {}

    /** Takes a matter one level further up, to be answered until that day. */
    public record MatterEscalation(MatterLevel to, LocalDate lastDay, @Nullable String reason) {}

    /**
     * What a rule holds beyond the words of its plan; null where nothing was decided.
     *
     * @param dataUntilDay the day of the last month of a period on which its data end; 0 for its last day; null: the data are those of the period
     * @param opensDaysBefore how long before its last day a report opens; null: with its period
     * @param graceDays how long after its last day it still counts as in time
     * @param lockDays how long after that a unit can send it at all
     * @param headSends in an office with a head only that head sends
     * @param groups units that owe it besides those the plan names; {@code members} the units of the members of a committee, too
     * @param replacedBy a rule of the same plan whose longer report stands in the place of this one where both periods end together
     * @param meeting the meeting on which the last day hangs; {@code daysBeforeMeeting} how long before it
     * @param programme the programme that its reports are about; null: that of its plan
     */
    public record RuleTerms(
            @Nullable Integer dataUntilDay,
            @Nullable Integer opensDaysBefore,
            @Nullable Integer graceDays,
            @Nullable Integer lockDays,
            @Nullable String legalBasis,
            @Nullable Boolean headSends,
            @Nullable List<ReportGroup> groups,
            @Nullable BodyId members,
            @Nullable RuleId replacedBy,
            @Nullable String meeting,
            @Nullable Integer daysBeforeMeeting,
            @Nullable String programme) {

        public static final RuleTerms NONE = new RuleTerms(null, null, null, null, null, null, null, null, null, null, null, null);

        /** About the programme of its plan. */
        public RuleTerms(
                @Nullable Integer dataUntilDay, @Nullable Integer opensDaysBefore, @Nullable Integer graceDays, @Nullable Integer lockDays,
                @Nullable String legalBasis, @Nullable Boolean headSends, @Nullable List<ReportGroup> groups, @Nullable BodyId members,
                @Nullable RuleId replacedBy, @Nullable String meeting, @Nullable Integer daysBeforeMeeting) {
            this(dataUntilDay, opensDaysBefore, graceDays, lockDays, legalBasis, headSends, groups, members, replacedBy, meeting, daysBeforeMeeting, null);
        }
    }

    /**
     * The days of one period of a rule, as they are computed.
     *
     * @param meetingOn the day of the meeting; null while nobody named it, or without one
     * @param replaced the report of a longer period stands in its place
     * @param units how many owe it
     */
    public record PeriodDates(
            String period,
            LocalDate opensOn,
            LocalDate lastDay,
            @Nullable ReportBounds bounds,
            @Nullable LocalDate meetingOn,
            boolean replaced,
            int units) {}

    /**
     * @param next the period that runs, or the next one to open; null where none is left
     * @param programme what its reports are about, by what was decided or else by its plan; null where they are of no programme
     */
    public record RuleSummary(
            RuleId id,
            PlanId plan,
            UnitId commune,
            String communeName,
            String title,
            Frequency frequency,
            UnitId owedTo,
            String owedToName,
            List<Tasks.UnitName> owedBy,
            @Nullable PeriodDates next,
            @Nullable String programme) {

        public RuleSummary {
            owedBy = Lists.orEmpty(owedBy);
        }
    }

    /** @param longer rules of the same plan with a longer rhythm */
    public record Rule(
            RuleSummary summary, long version, RuleTerms terms, List<PeriodDates> periods, List<RuleSummary> longer, List<Entry> history, List<String> actions) {

        public Rule {
            periods = Lists.orEmpty(periods);
            longer = Lists.orEmpty(longer);
            history = Lists.orEmpty(history);
            actions = Lists.orEmpty(actions);
        }
    }

    public record MeetingDay(String period, LocalDate day) {}

    /**
     * What the province asks some communes for, once.
     *
     * @param basis the document that asks for it
     * @param lastDay the last day in time ("trước ngày 15" is the 14th)
     * @param lockDays how long after it a commune can answer at all; null for ever
     */
    public record CampaignWanted(
            String title,
            @Nullable String basis,
            List<UnitId> communes,
            LocalDate opensOn,
            LocalDate lastDay,
            @Nullable Integer lockDays,
            @Nullable List<Question> questions) {

        public CampaignWanted {
            communes = Lists.orEmpty(communes);
        }
    }

    /** @param asked of how many communes; {@code received} how many answered, {@code late} of those after the last day */
    public record CampaignSummary(
            RuleId id, String title, @Nullable String basis, UnitId owedTo, String owedToName, LocalDate opensOn, LocalDate lastDay, int asked,
            int received, int late) {}

    public record Campaign(CampaignSummary summary, List<Question> questions, List<ObligationSummary> reports) {

        public Campaign {
            questions = Lists.orEmpty(questions);
            reports = Lists.orEmpty(reports);
        }
    }

    /** What one unit said, and in which report. */
    public record Said(UnitId unit, String unitName, ReportId report, String text) {}

    /**
     * One section of many reports.
     *
     * @param draft a text made of the beginnings of what was said, always the same for the same reports
     */
    public record ConsolidatedSection(String name, List<Said> said, String draft) {

        public ConsolidatedSection {
            said = Lists.orEmpty(said);
        }
    }

    /** The figure of a target, and the report it comes from. */
    public record ConsolidatedFigure(FigureLine figure, UnitId unit, String unitName, ReportId report) {}

    /**
     * The answers to one question.
     *
     * @param sum of those that are numbers; null where words are wanted or nobody answered
     * @param missing of how many units no answer is there: they are in no sum
     */
    public record ConsolidatedAnswer(String text, boolean isNumber, @Nullable BigDecimal sum, int missing, List<Said> said) {

        public ConsolidatedAnswer {
            said = Lists.orEmpty(said);
        }
    }

    /**
     * The reports of a rule and a period together, as far as they came.
     *
     * @param asked of how many units; {@code missing} those whose report is not there
     * @param nothing units that have nothing to report
     */
    public record Consolidated(
            RuleId rule,
            String period,
            @Nullable String title,
            int asked,
            int received,
            List<Tasks.UnitName> missing,
            List<Tasks.UnitName> nothing,
            List<ConsolidatedSection> sections,
            List<ConsolidatedFigure> figures,
            List<ConsolidatedAnswer> answers) {

        public Consolidated {
            missing = Lists.orEmpty(missing);
            nothing = Lists.orEmpty(nothing);
            sections = Lists.orEmpty(sections);
            figures = Lists.orEmpty(figures);
            answers = Lists.orEmpty(answers);
        }
    }
}
