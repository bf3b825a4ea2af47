package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** Places of communes, and of units within a commune, by the rule of their province; nothing before it has one. */
public final class Rankings {

    private Rankings() {}

    /**
     * What can count, each a share of rows that can be listed. What was done is what was done in the period, net of what was reopened; what is
     * overdue, open, owed or measured stands so at its end.
     */
    public enum Figure implements Coded {
        /** Tasks completed in time ÷ (tasks completed + overdue). */
        TASKS_IN_TIME,
        /** Open tasks that are not overdue ÷ open tasks with a deadline. */
        TASKS_NOT_OVERDUE,
        /** Open tasks that somebody of a lead unit has opened ÷ open tasks. */
        TASKS_OPENED,
        /** Reports sent in time ÷ (reports sent + overdue). */
        REPORTS_IN_TIME,
        /** Targets attained ÷ targets that people measure. */
        TARGETS_ATTAINED,
        /** Explanations whose time to answer is not over ÷ explanations owed; of tasks, reports and targets. */
        EXPLANATIONS_IN_TIME;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** How long a ranking is for. */
    public enum Period implements Coded {
        MONTH,
        QUARTER,
        YEAR;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** Who is compared with each other. */
    public enum Compared implements Coded {
        ALL_COMMUNES,
        COMMUNES,
        WARDS,
        SPECIAL_ZONES,
        UNITS,
        VILLAGES;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** Why somebody is not proposed, whatever the place. */
    public enum Exclusion implements Coded {
        /** More tasks and reports are overdue than the rule allows. */
        OVERDUE,
        /** An explanation was not given in time. */
        UNEXPLAINED;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    public record Weight(Figure figure, int weight) {}

    /**
     * A rule.
     *
     * @param weights none switches the ranking off
     * @param leastRows with fewer rows nobody has a place
     * @param kindsApart communes, wards and special zones have places of their own
     * @param units units have places within their commune too, villages apart from the others
     * @param open people of a commune see all communes, and not only their own
     * @param proposed how many are proposed for commendation in each comparison; those who share the last place all are
     * @param leastPoints with fewer nobody is proposed; null where it does not matter
     * @param mostOverdue with more tasks and reports overdue nobody is proposed; null where it does not matter
     * @param explained nobody is proposed who did not explain in time
     */
    public record Wanted(
            Period period, List<Weight> weights, int leastRows, boolean kindsApart, boolean units, boolean open, int proposed,
            @Nullable Integer leastPoints, @Nullable Integer mostOverdue, boolean explained) {

        public Wanted {
            weights = Lists.orEmpty(weights);
        }
    }

    /**
     * A rule as it stood from a day on.
     *
     * @param number from 1
     * @param by the position that set it; null where none is known
     */
    public record Version(int number, LocalDate on, @Nullable PositionId by, @Nullable String byTitle, Wanted content) {}

    /**
     * The rule of a province.
     *
     * @param version 0 where it never had one
     * @param versions the newest first
     */
    public record Rule(UnitId province, String provinceName, long version, boolean mayChange, List<Version> versions) {

        public Rule {
            versions = Lists.orEmpty(versions);
        }
    }

    /** What explanations are about. */
    public enum About implements Coded {
        TASKS,
        REPORTS,
        TARGETS;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** The rows of a figure that are of one kind, and stand in a list of their own. */
    public record Part(About about, long numerator, long denominator) {}

    /**
     * What a figure adds.
     *
     * @param points of 100; null where there are no rows, so that its weight goes to the others
     * @param parts of explanations, by what they are about, without those that have no rows; none of other figures
     */
    public record Share(Figure figure, int weight, long numerator, long denominator, @Nullable BigDecimal points, List<Part> parts) {

        public Share {
            parts = Lists.orEmpty(parts);
        }

        public Share(Figure figure, int weight, long numerator, long denominator, @Nullable BigDecimal points) {
            this(figure, weight, numerator, denominator, points, List.of());
        }
    }

    public record Seat(PositionId id, String title) {}

    /**
     * Somebody who is compared.
     *
     * @param place those with the same points share it; null with too few rows
     * @param points of 100, with two decimals; null with too few rows
     * @param rows on how many rows the figures rest
     * @param overdue tasks and reports that are overdue at the end
     * @param heads the positions that lead it today; only of those who are proposed
     */
    public record Line(
            UnitId id, String name, @Nullable Integer place, @Nullable BigDecimal points, List<Share> shares, long rows, long overdue,
            boolean proposed, List<Exclusion> excluded, List<Seat> heads) {

        public Line {
            shares = Lists.orEmpty(shares);
            excluded = Lists.orEmpty(excluded);
            heads = Lists.orEmpty(heads);
        }
    }

    /**
     * Those who are compared with each other, as far as the caller may see them.
     *
     * @param ranked how many have a place, seen or not
     * @param lines by place
     * @param tooFew those with too few rows, by name; they have no place
     */
    public record Group(Compared compared, int ranked, List<Line> lines, List<Line> tooFew) {

        public Group {
            lines = Lists.orEmpty(lines);
            tooFew = Lists.orEmpty(tooFew);
        }
    }

    /**
     * The places of a period that is over.
     *
     * @param rule the version by which it is; null where none holds, and then there is nothing else
     * @param setAfterwards the province had no rule before the period was over; its first one is taken
     * @param from the first day of the period
     * @param to its last day
     * @param periods that can be asked for, the newest first
     */
    public record Ranking(
            UnitId id, String name, @Nullable Version rule, boolean setAfterwards, @Nullable String period, @Nullable LocalDate from, @Nullable LocalDate to,
            List<String> periods, List<Group> groups) {

        public Ranking {
            periods = Lists.orEmpty(periods);
            groups = Lists.orEmpty(groups);
        }
    }
}
