package vn.dondoc.contracts.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TargetId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Targets of plans and what is measured of them. */
public final class Targets {

    private Targets() {}

    /**
     * @param operator one of {@code >=}, {@code <=}, {@code =}, or {@code none} where no goal was set and {@code value} says nothing
     * @param owner the unit that answers for it; null where its plan names none
     * @param dataSource where its figure comes from, as the plan says
     * @param withdrawnOn the day its plan gave it up; null while it holds
     * @param arithmetic how its figure comes about; {@code chosen} somebody decided so, else it is by the words of the target
     * @param share what is computed; null where people measure it
     * @param newest what was measured last; null while nothing was, and where it is computed
     * @param figure of the year of {@code newest}, or computed; null while there is none
     * @param standing null where no goal was set
     * @param toMeasure the period, or the day, that is to be measured next; null where nothing is
     * @param dueNow it is to be measured now
     * @param mayMeasure the caller may tell what was measured
     * @param explanation that was asked for since it is behind; null where none ever was
     */
    public record TargetSummary(
            TargetId id,
            PlanId plan,
            UnitId commune,
            String communeName,
            int order,
            @Nullable String group,
            String name,
            String operator,
            BigDecimal value,
            String unit,
            @Nullable UnitId owner,
            @Nullable String ownerName,
            @Nullable String dataSource,
            @Nullable Frequency rhythm,
            @Nullable LocalDate withdrawnOn,
            TargetArithmetic arithmetic,
            boolean chosen,
            @Nullable Share share,
            @Nullable TargetFigure newest,
            @Nullable BigDecimal figure,
            @Nullable TargetStanding standing,
            @Nullable String toMeasure,
            boolean dueNow,
            boolean mayMeasure,
            Tasks.@Nullable Explained explanation) {}

    /**
     * A share of a budget.
     *
     * @param programme the tasks of that programme in the commune count; null for those of the plan
     * @param baseNumber 1 for the first amount, one more with each correction
     * @param countedVnd what the tasks cost together
     * @param tasks how many they are; null in lists
     */
    public record Share(
            ShareMoney money, @Nullable String programme, long baseVnd, int baseYear, int baseNumber, long countedVnd, @Nullable Integer tasks) {}

    /** What the words of a target say that could be computed; somebody has to confirm it. */
    public record Proposal(ShareMoney money, @Nullable String programme) {}

    /**
     * What was told once.
     *
     * @param holds nothing was told of the same period later
     * @param source where the figure comes from; null where nothing was said, or it was erased
     * @param reason of a correction
     */
    public record Measurement(
            TargetFigure figure,
            boolean holds,
            @Nullable String source,
            @Nullable String evidence,
            @Nullable String documentNumber,
            @Nullable String reason,
            Instant at,
            @Nullable String positionTitle,
            @Nullable String unitName) {}

    /** An amount of the budget that a share is taken of; the one with the highest number holds. */
    public record Base(
            int number, long vnd, int year, @Nullable String source, Instant at, @Nullable String positionTitle, @Nullable String unitName) {}

    /**
     * How the newest figure compares.
     *
     * @param lastYear the figure of the same period of last year
     * @param before the figure until the newest measurement
     * @param trend up, down or level against {@code before}
     * @param outlook what it would be at the end of the year if it went on like this
     */
    public record Comparison(
            @Nullable BigDecimal lastYear, @Nullable BigDecimal before, @Nullable String trend, @Nullable BigDecimal outlook) {}

    /**
     * @param measurements all that was ever told, newest first
     * @param bases of a computed one, newest first
     * @param proposal what its words propose to compute; null where they propose nothing or it is computed
     * @param periods that can be measured or corrected now, newest first
     * @param actions what the caller may do now: measurement, correction, definition, base, explanation-request, explanation
     * @param explanations what was asked and answered, oldest first
     */
    public record Target(
            TargetSummary summary,
            long version,
            List<Measurement> measurements,
            List<Base> bases,
            @Nullable Comparison comparison,
            @Nullable Proposal proposal,
            List<String> periods,
            List<String> actions,
            List<Reports.Entry> explanations) {
        public Target {
            measurements = Lists.orEmpty(measurements);
            bases = Lists.orEmpty(bases);
            periods = Lists.orEmpty(periods);
            actions = Lists.orEmpty(actions);
            explanations = Lists.orEmpty(explanations);
        }
    }

    /** A task whose money a computed figure counts. */
    public record Row(TaskId task, PlanId plan, @Nullable String ordinal, String title, List<String> unitNames, long vnd) {
        public Row {
            unitNames = Lists.orEmpty(unitNames);
        }
    }

    /**
     * The rows of a computed figure: {@code countedVnd} is the sum of the rows and of {@code othersVnd}.
     *
     * @param items at most 500 of those that the caller may see
     * @param others how many more there are
     */
    public record Rows(List<Row> items, int others, long othersVnd, long countedVnd, long baseVnd) {
        public Rows {
            items = Lists.orEmpty(items);
        }
    }

    /**
     * What was measured, or what it ought to have been.
     *
     * @param period "2026-11", "2026-Q4", "2026-H2", "2026", or a day
     * @param value null where it follows from {@code part} and {@code whole}
     * @param weight only for a weighted mean
     * @param lastYear the figure of the same period of last year
     * @param estimated "ước"; else "thực hiện"
     * @param source who or what says so; has to be told by whoever enters it for another unit
     * @param reason why it is corrected; only with a correction
     * @param part of {@code whole}, for a percentage: 812 of 1,000; null where the value is told alone
     * @param whole null where {@code part} is
     */
    public record Reading(
            String period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal lastYear,
            boolean estimated,
            @Nullable String source,
            @Nullable String evidence,
            @Nullable String documentNumber,
            @Nullable String reason,
            @Nullable BigDecimal part,
            @Nullable BigDecimal whole) {

        /** What is told alone. */
        public Reading(
                String period, @Nullable BigDecimal value, @Nullable BigDecimal weight, @Nullable BigDecimal lastYear, boolean estimated, @Nullable String source,
                @Nullable String evidence, @Nullable String documentNumber, @Nullable String reason) {
            this(period, value, weight, lastYear, estimated, source, evidence, documentNumber, reason, null, null);
        }
    }

    /**
     * How a figure comes about: by people who measure it, or computed.
     *
     * @param arithmetic null where it is computed
     * @param share null where people measure it
     */
    public record Definition(@Nullable TargetArithmetic arithmetic, @Nullable ShareWanted share) {}

    /** @param source the decision that the amount is taken from */
    public record ShareWanted(ShareMoney money, @Nullable String programme, long baseVnd, int baseYear, String source) {}

    /** @param source the decision that the amount is taken from */
    public record BaseWanted(long baseVnd, int baseYear, String source) {}

    /**
     * What a workbook of figures says, looked at before anything is written.
     *
     * @param id under which it is confirmed, within a day and by whoever sent it; null where something is broken
     * @param rows that hold a figure
     * @param measured how many tell of a period first, or what an estimate has become
     * @param corrected how many correct what was told
     * @param unchanged how many say what is known already
     * @param changes the first of the rows that would write something
     * @param broken every cell that cannot be taken over, up to some hundreds
     */
    public record SheetPreview(
            @Nullable String id, int rows, int measured, int corrected, int unchanged, List<SheetRow> changes, List<Organisation.BrokenCell> broken) {
        public SheetPreview {
            changes = Lists.orEmpty(changes);
            broken = Lists.orEmpty(broken);
        }
    }

    /**
     * A row that would write something.
     *
     * @param before what is known of the period; null where nothing is
     * @param onBehalf for the unit that answers for it, by another one
     * @param part of {@code whole} that {@code value} is the percentage of; null where it is told alone
     * @param whole null where {@code part} is
     */
    public record SheetRow(
            int row, TargetId target, String name, @Nullable String ownerName, String period, BigDecimal value, boolean estimated, @Nullable BigDecimal before,
            boolean onBehalf, @Nullable BigDecimal part, @Nullable BigDecimal whole) {}

    /**
     * What became of a confirmed workbook.
     *
     * @param rows whose figures hold now
     * @param refused rows that something stood against by then
     */
    public record SheetTaken(int rows, List<Organisation.BrokenCell> refused) {
        public SheetTaken {
            refused = Lists.orEmpty(refused);
        }
    }

    /**
     * An indicator that stands in no plan: each commune measures it as a target.
     *
     * @param operator one of {@code >=}, {@code <=}, {@code =}; null where no goal is set
     * @param value null where no goal is set
     * @param rhythm how often it is measured; null where it is what it is on a day
     * @param source the system its figure comes from
     * @param owner the unit of the commune that measures it, where the commune defines it; null for its standing unit
     * @param ownerKind in each commune the one unit of that kind measures it, where the province defines it; null for the standing units
     */
    public record IndicatorWanted(
            String code, String name, String unit, @Nullable String operator, @Nullable BigDecimal value, @Nullable Frequency rhythm, @Nullable String source,
            @Nullable UnitId owner, @Nullable UnitKind ownerKind) {}

    /**
     * @param place the province or the commune that defined it
     * @param ownerName of the unit that was named to measure it; null where none was
     * @param plan what its targets have instead of a plan
     * @param communes how many measure it
     * @param withdrawnOn the day it was given up; null while it holds
     * @param together of the communes that the caller sees; null where that is one alone
     */
    public record Indicator(
            String id, UnitId place, String placeName, @Nullable String ownerName, PlanId plan, IndicatorWanted content, int communes, LocalDate definedOn,
            @Nullable LocalDate withdrawnOn, boolean mayWithdraw, @Nullable Together together) {}

    /**
     * What communes told of an indicator, added up: numerators and denominators of a percentage, else counts. Percentages are never averaged.
     *
     * @param period the newest that any of them told of; null where each told of its own day, or nothing was told
     * @param counted how many told what can be added up
     * @param of how many measure it
     * @param figure null where nothing can be added up
     * @param part of {@code whole}; null for counts
     */
    public record Together(@Nullable String period, int counted, int of, @Nullable BigDecimal figure, @Nullable BigDecimal part, @Nullable BigDecimal whole) {}

    /** A unit that may measure an indicator. */
    public record Measurer(UnitId id, String name) {}

    /**
     * @param mayDefine the caller may define another
     * @param measurers units that the caller may name to measure it
     * @param kinds of units that the caller may name instead, for all communes
     */
    public record Indicators(List<Indicator> indicators, boolean mayDefine, List<Measurer> measurers, List<UnitKind> kinds) {

        public Indicators {
            indicators = Lists.orEmpty(indicators);
            measurers = Lists.orEmpty(measurers);
            kinds = Lists.orEmpty(kinds);
        }
    }
}
