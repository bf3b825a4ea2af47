package vn.dondoc.notification.rule;

import java.util.Locale;

/** What a message is about; the same for tasks and reports. */
public enum Occasion {

    /** A task was assigned, a report is expected. */
    ASSIGNED,

    /** The last day is another one now. */
    MOVED,

    /** The last day comes near. */
    DUE_SOON,

    /** The last day has passed. */
    OVERDUE,

    /** The last day had passed when the plan was entered. */
    OVERDUE_BEFORE_ENTRY,

    /** Still overdue: the next one above is told. */
    ESCALATED,

    /** Handed in: somebody is to decide. */
    SUBMITTED,

    /** Not accepted: to be completed. */
    RETURNED,

    /** Accepted. */
    ACCEPTED,

    /** A later last day is asked for: somebody is to decide. */
    EXTENSION_ASKED,

    /** The later last day was granted. */
    EXTENDED,

    /** The later last day was not granted. */
    NOT_EXTENDED,

    /** Nothing was heard of an ongoing task for long. */
    STALE,

    /** The lead unit says that the task is not for it: somebody is to decide. */
    GIVEN_BACK,

    /** It is for the lead unit all the same. */
    INSISTED,

    /** Not to be done any more. */
    CANCELLED,

    /** Accepted before, and open again. */
    REOPENED,

    /** Somebody above asks why it is late, or behind. */
    EXPLANATION_ASKED,

    /** The last day to explain comes near. */
    EXPLANATION_DUE_SOON,

    /** The last day to explain has passed. */
    EXPLANATION_OVERDUE,

    /** It was explained. */
    EXPLANATION_GIVEN,

    /** One of several lead units concludes for all, or none does any more. */
    CONCLUSION_UNIT_NAMED,

    /** Another unit entered a figure for the one that answers for it. */
    ENTERED_FOR,

    /** A letter of urging was sent: an answer is owed. */
    URGED,

    /** The last day to answer it has passed. */
    URGING_OVERDUE,

    /** It was answered. */
    URGING_ANSWERED,

    /** What was urged in a week, and what came of it. */
    WEEKLY;

    /** The word in keys of bundles. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
