package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** Systems of others that tasks are told to as well: their register, what goes into their sheets, and what comes back out of them. */
public final class Systems {

    private Systems() {}

    /** What of ours can stand in a column of another system's sheet. */
    public enum Field implements Coded {

        /** A running number. */
        NUMBER,
        /** The code of the task in that system. */
        CODE,
        ORDINAL,
        TITLE,
        COMMUNE,
        LEAD,
        COORDINATING,
        DEADLINE,
        TIME_CLASS,
        WORK_STATE,
        PERCENT,
        /** The last words on the task. */
        PROGRESS,
        /** The latest figures of it. */
        FIGURES,
        PRODUCT,
        DOCUMENT_NUMBER,
        DOCUMENT_DATE,
        SUBMITTED_ON,
        BUDGET,
        DISBURSED,
        /** Nothing: a column that is filled in there. */
        EMPTY;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** @param heading as that system has it, at most 100 characters */
    public record Column(String heading, Field field) {}

    /**
     * Which tasks belong to a system: those that fit all of what is said.
     *
     * @param programme that they belong to, by any of its names; null for any
     * @param levels one of which set them; empty for any
     * @param coded only those that have a code
     */
    public record Scope(@Nullable String programme, List<AssigningLevel> levels, boolean coded) {

        public Scope {
            levels = Lists.orEmpty(levels);
        }
    }

    /**
     * A system as the register is to have it.
     *
     * @param place the province or commune that uses it; null for the caller's own; it stays when the system is changed
     * @param address begins with https
     * @param columns of its sheet in their order, at most 30; one of them the code
     * @param day the last day in time within a period, as in a reporting rule: 0 for the last one, 1 (Monday) to 7 for weeks
     * @param owner the unit that updates it; null in the register of a province for the standing unit of each commune
     * @param retired it is used no more: nothing is expected from now on
     */
    public record Wanted(
            @Nullable UnitId place,
            String name,
            String address,
            List<Column> columns,
            Frequency frequency,
            int day,
            @Nullable Integer month,
            @Nullable UnitId owner,
            @Nullable Scope scope,
            boolean retired) {

        public Wanted {
            columns = Lists.orEmpty(columns);
        }
    }

    /**
     * @param id of the rule by which its updates are expected, too
     * @param nextPeriod that is running, or the next to begin; null where nothing is expected any more
     * @param nextDay the last day in time of that period
     */
    public record Summary(
            RuleId id,
            UnitId place,
            String placeName,
            String name,
            String address,
            Frequency frequency,
            int day,
            @Nullable Integer month,
            @Nullable UnitId owner,
            @Nullable String ownerName,
            boolean retired,
            @Nullable String nextPeriod,
            @Nullable LocalDate nextDay) {}

    /**
     * @param periods that were opened, the newest first
     * @param actions what the caller may do: definition
     */
    public record Detail(Summary summary, long version, List<Column> columns, Scope scope, List<String> periods, List<String> actions) {

        public Detail {
            columns = Lists.orEmpty(columns);
            periods = Lists.orEmpty(periods);
            actions = Lists.orEmpty(actions);
        }
    }

    /** Whether a task was told to a system in a period. */
    public enum Verdict implements Coded {

        /** The update was vouched for in time, and the task was not left out. */
        IN_TIME,
        LATE,
        /** The update was vouched for without this task. */
        LEFT_OUT,
        /** Nothing was vouched for, and there is still time. */
        WAITING,
        /** Nothing was vouched for, and the last day has passed. */
        MISSING;

        @JsonValue
        @Override
        public String code() {
            return Coded.codeOf(this);
        }
    }

    /** @param updatedOn the day that was vouched for; null where none was */
    public record FigureRow(
            TaskId task,
            @Nullable String code,
            String title,
            UnitId commune,
            String communeName,
            List<Tasks.UnitName> lead,
            Verdict verdict,
            @Nullable LocalDate updatedOn) {

        public FigureRow {
            lead = Lists.orEmpty(lead);
        }
    }

    /**
     * Central tasks that were told to a system in time in a period.
     *
     * @param reported how many were told in time
     * @param of of how many: central tasks of the system, assigned by the last day, where an update was expected
     * @param rows all of them, at most 500, those not told in time first
     */
    public record Figure(String period, @Nullable LocalDate lastDay, int reported, int of, List<FigureRow> rows) {

        public Figure {
            rows = Lists.orEmpty(rows);
        }
    }

    /**
     * A task as other systems want to be told of it.
     *
     * @param note the last words on it; null where there are none
     * @param mayRecord the caller may record progress of it
     */
    public record Row(
            TaskId task,
            @Nullable String code,
            @Nullable String ordinal,
            String title,
            UnitId commune,
            String communeName,
            List<Tasks.UnitName> lead,
            @Nullable LocalDate lastDay,
            WorkState workState,
            TimeClass timeClass,
            @Nullable Integer percent,
            @Nullable String note,
            List<Tasks.FigureTold> figures,
            @Nullable String product,
            @Nullable String documentNumber,
            @Nullable LocalDate documentDate,
            boolean mayRecord) {

        public Row {
            lead = Lists.orEmpty(lead);
            figures = Lists.orEmpty(figures);
        }
    }

    /**
     * What another system's sheet says of a task that is not known here yet.
     *
     * @param row as the sheet counts, from 1
     * @param noteBefore what is known here; null where nothing is
     * @param note what the sheet says; null where it says nothing of that
     */
    public record Reading(
            int row,
            TaskId task,
            String code,
            String title,
            List<Tasks.UnitName> lead,
            @Nullable String noteBefore,
            @Nullable Integer percentBefore,
            @Nullable String note,
            @Nullable Integer percent,
            List<Tasks.Figure> figures) {

        public Reading {
            lead = Lists.orEmpty(lead);
            figures = Lists.orEmpty(figures);
        }
    }

    /** A row of another system's sheet whose code no task here has. */
    public record UnknownCode(int row, String code) {}

    /**
     * What another system's sheet says. Nothing of it is written.
     *
     * @param rows with a code
     * @param same how many say what is known here already
     * @param readings what is new, at most 100
     * @param more how many are new beyond those
     */
    public record Preview(
            int rows, int same, List<Reading> readings, int more, List<UnknownCode> unknown, List<Organisation.BrokenCell> broken) {

        public Preview {
            readings = Lists.orEmpty(readings);
            unknown = Lists.orEmpty(unknown);
            broken = Lists.orEmpty(broken);
        }
    }
}
