package vn.dondoc.notification.rule;

import vn.dondoc.contracts.event.Coded;

/** A way to reach whoever holds a position. */
public enum Channel implements Coded {
    /** The list of messages in the console; every message is there. */
    INBOX,
    EMAIL,
    /** A message of the official account on Zalo: a code and a link. */
    ZALO,
    /** A short message: a code and a link, and for what is critical only. */
    SMS,
    /** Another system, or a group chat, that is told by HTTP. */
    WEBHOOK;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
