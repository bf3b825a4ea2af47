package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a matter beyond authority stands. */
public enum MatterStatus implements Coded {

    /** Waits for its answer. */
    OPEN,

    /** Its last day has ended without one. */
    OVERDUE,

    /** Answered in time. */
    ANSWERED,

    /** Answered after its last day; stays so. */
    ANSWERED_LATE;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
