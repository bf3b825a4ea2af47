package vn.dondoc.plan.draft;

import vn.dondoc.contracts.event.Coded;

/** OPEN → PUBLISHING → PUBLISHED. */
public enum DraftStatus implements Coded {

    /** Can be corrected. */
    OPEN,

    /** Its plan is being made, part by part. */
    PUBLISHING,

    /** Its plan is there. */
    PUBLISHED;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
