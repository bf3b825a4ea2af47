package vn.dondoc.reading;

/** The doubts a reading can raise; each has a sentence in {@link ReadingMessages}. */
public enum WarningCode {
    DECLARED_COUNT_MISMATCH,
    ANNEX_MISSING,
    NUMBER_MISSING,
    DATE_INCOMPLETE,
    TASK_WITHOUT_LEAD,
    TASK_WITHOUT_DUE,
    DUE_UNREADABLE,
    DUE_BEFORE_ISSUE,
    UNIT_UNKNOWN,
    LEAD_ALSO_COORDINATES,
    /** Read by its content although its name says another type. */
    TYPE_MISMATCH,
    /** Text recognised from images, so letters may be wrong. */
    TEXT_RECOGNISED,
    /** Some pages hold only images and were not read. */
    PAGES_WITHOUT_TEXT
}
