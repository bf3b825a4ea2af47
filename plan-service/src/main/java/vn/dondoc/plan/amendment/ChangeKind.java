package vn.dondoc.plan.amendment;

import vn.dondoc.contracts.event.Coded;

/** What becomes of a row, the gravest first. */
enum ChangeKind implements Coded {

    /** The document does not have it any more. */
    REMOVED,

    /** Something else than the deadline alone differs. */
    CHANGED,

    /** Only the deadline differs. */
    DEADLINE_MOVED,

    /** The plan does not have it yet. */
    ADDED,

    /** A document about single rows says nothing of it. */
    UNMENTIONED,

    /** The same; its number or place may differ. */
    UNCHANGED;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }

    /** Whether somebody has to accept or refuse it. */
    boolean isToBeDecided() {
        return this != UNMENTIONED && this != UNCHANGED;
    }
}
