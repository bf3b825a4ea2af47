package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.UnitId;

/** One stroke of a reviewer that concerns many rows of a draft, or more than a row's fields. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DraftAct.DecideDuties.class, name = "decide-duties"),
    @JsonSubTypes.Type(value = DraftAct.DescribeTargets.class, name = "describe-targets"),
    @JsonSubTypes.Type(value = DraftAct.TakeProposals.class, name = "take-proposals"),
    @JsonSubTypes.Type(value = DraftAct.SettleName.class, name = "settle-name"),
    @JsonSubTypes.Type(value = DraftAct.CreateUnits.class, name = "create-units"),
    @JsonSubTypes.Type(value = DraftAct.SplitTask.class, name = "split-task"),
    @JsonSubTypes.Type(value = DraftAct.MergeTasks.class, name = "merge-tasks"),
    @JsonSubTypes.Type(value = DraftAct.Undo.class, name = "undo")
})
public sealed interface DraftAct {

    /**
     * Says what becomes of duties, measures and objectives: {@code task}, {@code target} (one at a time, with its figure), {@code watched} (kept in the plan, owed by
     * nobody), {@code dropped}, or {@code open} again.
     *
     * @param rest every row of {@code part} that nobody decided yet, instead of {@code rows}
     * @param due of the tasks they become; null where they have no deadline
     * @param lead of the tasks or the owner of the target; null for the unit that the document names
     * @param title of the one task or target; null for the words of the duty
     * @param part with {@code rest}: duties, measures, objectives, or all three; null for duties
     */
    record DecideDuties(
            List<String> rows,
            boolean rest,
            String decision,
            @Nullable Due due,
            @Nullable UnitId lead,
            @Nullable String title,
            @Nullable String operator,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable String part) implements DraftAct {

        /** With {@code rest} for duties. */
        public DecideDuties(
                List<String> rows, boolean rest, String decision, @Nullable Due due, @Nullable UnitId lead, @Nullable String title,
                @Nullable String operator, @Nullable BigDecimal value, @Nullable String unit) {
            this(rows, rest, decision, due, lead, title, operator, value, unit, null);
        }

        public DecideDuties {
            rows = Lists.orEmpty(rows);
        }
    }

    /**
     * Who answers for targets, where their figures come from and how often; what is null stays as it is.
     *
     * @param all every target that is not dropped, instead of {@code rows}
     */
    record DescribeTargets(
            List<String> rows,
            boolean all,
            @Nullable UnitId owner,
            @Nullable String dataSource,
            @Nullable Frequency rhythm) implements DraftAct {

        public DescribeTargets {
            rows = Lists.orEmpty(rows);
        }
    }

    /** Takes what is proposed for rows, or with {@code all} for every row. */
    record TakeProposals(List<String> rows, boolean all) implements DraftAct {

        public TakeProposals {
            rows = Lists.orEmpty(rows);
        }
    }

    /**
     * Says which units a name of the document stands for, in all rows that carry it.
     *
     * @param units several for a collective
     * @param create a unit that the directory does not have yet, instead of {@code units}
     * @param remember for the documents of this commune that are read from now on
     */
    record SettleName(String name, List<UnitId> units, @Nullable NewUnit create, boolean remember) implements DraftAct {

        public SettleName {
            units = Lists.orEmpty(units);
        }
    }

    /** @param parent the unit above; null for the commune itself */
    record NewUnit(String name, UnitKind kind, @Nullable UnitId parent) {}

    /**
     * Makes the units that names of the document stand for and the directory does not have yet, all in one step, and puts each into all rows that
     * carry its name.
     */
    record CreateUnits(List<NamedNewUnit> units, boolean remember) implements DraftAct {

        public CreateUnits {
            units = Lists.orEmpty(units);
        }
    }

    /** @param name as the document writes it */
    record NamedNewUnit(String name, NewUnit create) {}

    /**
     * Makes several tasks of one: each title a task with the same units, deadline and place in the document. A duty, measure or objective
     * that nobody decided yet is split likewise.
     */
    record SplitTask(String row, List<String> titles) implements DraftAct {

        public SplitTask {
            titles = Lists.orEmpty(titles);
        }
    }

    /**
     * Makes one task of two: both titles, all units, the later deadline; {@code other} is the one that vanishes. Likewise two duties, two
     * measures or two objectives that nobody decided yet.
     */
    record MergeTasks(String row, String other) implements DraftAct {}

    /** Takes the last change of the draft back; a second time brings it back. */
    record Undo() implements DraftAct {}
}
