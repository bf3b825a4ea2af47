package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where one expected report stands. */
public enum ReportStatus implements Coded {

    /** Its period runs. */
    OPEN,

    /** Within the days of the first reminder. */
    DUE_SOON,

    /** Its last day has ended and nothing came. */
    OVERDUE,

    /** Sent in time. */
    SUBMITTED,

    /** Sent after its last day; stays so. */
    SUBMITTED_LATE,

    /** Sent back for completion. */
    RETURNED,

    /** Received as it is. */
    ACCEPTED,

    /** Not owed this time. */
    EXEMPTED;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
