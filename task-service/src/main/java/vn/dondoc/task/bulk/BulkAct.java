package vn.dondoc.task.bulk;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Commands;
import vn.dondoc.task.assignment.Giving;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.assignment.Units;
import vn.dondoc.task.deadline.Timekeeping;

/** What can be done to many tasks at once. */
public enum BulkAct implements Coded {

    ACKNOWLEDGE,
    ACCEPT,

    /** For one reason, which must be given. */
    RETURN,

    /** For one reason, which must be given. */
    CANCEL,

    /** To the same units, for one reason, which must be given. */
    REASSIGN;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }

    /**
     * What goes with an act on a task.
     *
     * @param to whom it is given; nobody unless it is to be reassigned
     * @param here whether a unit is an active one of the task's commune
     */
    record Told(@Nullable String reason, Units to, Predicate<UnitId> here) {

        String why() {
            return reason == null ? "" : reason;
        }
    }

    Decision<Assignment> on(Assignment task, Standpoint who, Told told, Instant at, Timekeeping keeping) {
        return switch (this) {
            case ACKNOWLEDGE -> Commands.acknowledge(task, who, at);
            case ACCEPT -> Commands.accept(task, who, told.reason(), at);
            case RETURN -> Commands.giveBack(task, who, told.reason(), at, keeping);
            case CANCEL -> Giving.cancel(task, who, told.why(), at);
            case REASSIGN -> Giving.reassign(task, who, told.to(), told.here(), told.why(), at);
        };
    }
}
