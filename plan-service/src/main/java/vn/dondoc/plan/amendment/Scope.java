package vn.dondoc.plan.amendment;

import vn.dondoc.contracts.event.Coded;

/** What a document says of a plan that is published already. */
enum Scope implements Coded {

    /** All of it, anew: what it does not name any more is removed. */
    WHOLE,

    /** Single rows: what it does not name stays, and so does what it leaves open in the rows it names. */
    ROWS,

    /** More rows: it only adds. */
    ANNEX;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
