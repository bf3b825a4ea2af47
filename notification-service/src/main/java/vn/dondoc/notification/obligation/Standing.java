package vn.dondoc.notification.obligation;

import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.WorkState;

/** Whether something is still to be done. */
public enum Standing {

    /** Owed. */
    OPEN,

    /** Handed in; the other side decides. */
    SUBMITTED,

    /** Accepted, cancelled or exempted. */
    CLOSED;

    static Standing of(WorkState state) {
        return switch (state) {
            case NOT_STARTED, IN_PROGRESS -> OPEN;
            case SUBMITTED -> SUBMITTED;
            case COMPLETED, CANCELLED -> CLOSED;
        };
    }

    static Standing of(ReportStatus status) {
        return switch (status) {
            case OPEN, DUE_SOON, OVERDUE, RETURNED -> OPEN;
            case SUBMITTED, SUBMITTED_LATE -> SUBMITTED;
            case ACCEPTED, EXEMPTED -> CLOSED;
        };
    }
}
