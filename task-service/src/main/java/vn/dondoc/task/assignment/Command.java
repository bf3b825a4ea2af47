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
    RETURN;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
