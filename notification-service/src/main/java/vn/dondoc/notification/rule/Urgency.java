package vn.dondoc.notification.rule;

import vn.dondoc.contracts.event.Coded;

/** How much a message presses. */
public enum Urgency implements Coded {

    /** Cannot wait: something is late. */
    CRITICAL,

    /** Something is to be done in time. */
    NORMAL,

    /** Good to know; never an e-mail. */
    INFORMATION;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
