package vn.dondoc.reporting.cells;

import java.util.Locale;

/**
 * What is counted. Each task that is not cancelled has exactly one of the six time classes, each report that is not exempted exactly
 * one of the five report states; the others count parts of these once more.
 */
public enum Counter {
    TASK_COMPLETED_IN_TIME,
    TASK_COMPLETED_LATE,
    TASK_IN_TIME,
    TASK_DUE_SOON,
    TASK_OVERDUE,
    TASK_NO_DEADLINE,
    /** Of the overdue: its deadline was past when the plan was published. */
    TASK_OVERDUE_BEFORE_ENTRY,
    /** Of the open: nobody of a lead unit has opened it. */
    TASK_NEVER_OPENED,
    /** Of the completed: the giver has not accepted it yet. */
    TASK_AWAITING_ACCEPTANCE,
    REPORT_OPEN,
    REPORT_DUE_SOON,
    REPORT_OVERDUE,
    REPORT_IN_TIME,
    REPORT_LATE;

    private final String field = name().toLowerCase(Locale.ROOT);

    /** Its field in stored documents. */
    public String field() {
        return field;
    }
}
