package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a task or report stands against its deadline: computed, never typed. The six classes in official use. */
public enum TimeClass implements Coded {

    /** Submitted on or before its last day. */
    COMPLETED_IN_TIME,

    /** Submitted after its last day; stays so. */
    COMPLETED_LATE,

    /** Open, its deadline farther away than the first reminder. */
    IN_TIME,

    /** Open, within the days of the first reminder. */
    DUE_SOON,

    /** Open, its last day has ended. */
    OVERDUE,

    /** Open and without a day: ongoing, recurring, or nothing said. */
    NO_DEADLINE;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
