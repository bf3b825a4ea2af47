package vn.dondoc.task.assignment;

import vn.dondoc.contracts.event.Coded;

/** What people can do to an assignment. */
public enum Command implements Coded {

    /** Somebody of a lead unit opened it. */
    ACKNOWLEDGEMENT,

    /** A sentence on how far it is. */
    PROGRESS,

    /** The lead unit says it is done. */
    COMPLETION,

    /** The giver agrees. */
    ACCEPTANCE,

    /** The giver does not agree: the submission did not count. */
    RETURN,

    /** The lead unit asks for a later last day. */
    EXTENSION,

    /** The giver grants it, or another day. */
    EXTENSION_GRANT,

    /** The giver does not. */
    EXTENSION_REFUSAL,

    /** The lead unit says, before it began, that the task is not for it. */
    RETURN_TO_GIVER,

    /** The giver says that it is. */
    INSISTENCE,

    /** The giver gives it to other units. */
    REASSIGNMENT,

    /** The giver gives it up. */
    CANCELLATION,

    /** The giver finds that what was accepted is not done. */
    REOPENING,

    /** Words for the history. */
    COMMENT,

    /** The giver says what is known of it beside its plan. */
    PARTICULARS,

    /** Its steps are laid down. */
    STEPS,

    /** A step was reached, or was not after all. */
    STEP,

    /** How much of its money was paid. */
    DISBURSEMENT,

    /** Somebody wants to be told of it, or no more. */
    FOLLOWING,

    /** A leader asks why it is late. */
    EXPLANATION_REQUEST,

    /** The lead unit answers. */
    EXPLANATION,

    /** The giver says which of several lead units concludes for all. */
    CONCLUSION_UNIT,


    /** The lead unit gives a part to another unit. */
    DELEGATION;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
