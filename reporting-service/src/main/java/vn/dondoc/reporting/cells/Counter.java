package vn.dondoc.reporting.cells;

import java.util.Locale;

/**
 * What is counted. Each task that is not cancelled has exactly one of the six time classes, each report that is not exempted exactly
 * one of the five report states; the others count parts of these once more, or add up money or days.
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
    /** Of all: opened on a day that is known. */
    TASK_OPENED,
    /** Days from assigning to opening, of those together. */
    TASK_DAYS_TO_OPEN,
    /** Of the completed: the giver has not accepted it yet. */
    TASK_AWAITING_ACCEPTANCE,
    REPORT_OPEN,
    REPORT_DUE_SOON,
    REPORT_OVERDUE,
    REPORT_IN_TIME,
    REPORT_LATE,
    /** A leader asked why it is late, and nobody has answered; of any task that is not cancelled, parts of others too. */
    EXPLANATION_OWED,
    /** Of those owed: the time to answer is over. */
    EXPLANATION_OVERDUE,
    /** The same of any report that is not exempted, */
    REPORT_EXPLANATION_OWED,
    REPORT_EXPLANATION_OVERDUE,
    /** and of any target that its plan did not give up. */
    TARGET_EXPLANATION_OWED,
    TARGET_EXPLANATION_OVERDUE,
    /** Each target that people measure has exactly one of these four, unless its plan gave it up. */
    TARGET_ATTAINED,
    TARGET_ON_THE_WAY,
    TARGET_BEHIND,
    TARGET_NOT_MEASURED,
    /** In dong: what is planned for tasks, each of them once. */
    MONEY_PLANNED,
    /** In dong: what was paid out for tasks. */
    MONEY_DISBURSED;

    private final String field = name().toLowerCase(Locale.ROOT);

    /** Its field in stored documents. */
    public String field() {
        return field;
    }
}
