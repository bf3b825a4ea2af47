package vn.dondoc.plan.closing;

import vn.dondoc.contracts.event.Coded;

/** What becomes of a row when its plan is closed. */
enum RowDecision implements Coded {

    /** It stays open where it is. */
    CARRY,

    /** It is given up. */
    CANCEL,

    /** It goes on in another plan. */
    MOVE;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
