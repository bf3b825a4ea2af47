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

    /** The lead unit gives a part to another unit. */
    DELEGATION;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
