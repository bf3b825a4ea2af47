package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What people recorded of a task; never mixed with its {@link TimeClass}. */
public enum WorkState implements Coded {

    /** Assigned, perhaps opened, nothing recorded yet. */
    NOT_STARTED,

    /** Progress was recorded. */
    IN_PROGRESS,

    /** The lead unit says it is done; the giver has not accepted yet. */
    SUBMITTED,

    /** Accepted. */
    COMPLETED,

    /** Not to be done any more; counted nowhere. */
    CANCELLED;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
