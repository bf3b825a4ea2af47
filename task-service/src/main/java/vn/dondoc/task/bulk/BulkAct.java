package vn.dondoc.task.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Commands;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.deadline.Timekeeping;

/** What can be done to many tasks at once. */
public enum BulkAct implements Coded {

    ACKNOWLEDGE,
    ACCEPT,

    /** For one reason, which must be given. */
    RETURN;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }

    Decision<Assignment> on(Assignment task, Standpoint who, @Nullable String reason, Instant at, Timekeeping keeping) {
        return switch (this) {
            case ACKNOWLEDGE -> Commands.acknowledge(task, who, at);
            case ACCEPT -> Commands.accept(task, who, reason, at);
            case RETURN -> Commands.giveBack(task, who, reason, at, keeping);
        };
    }
}
