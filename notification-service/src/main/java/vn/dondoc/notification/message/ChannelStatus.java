package vn.dondoc.notification.message;

import vn.dondoc.contracts.event.Coded;

/** Where a message stands on one channel: queued, then one of the others for good. */
public enum ChannelStatus implements Coded {

    QUEUED,
    DELIVERED,

    /** Refused for good, or given up. */
    FAILED,

    /** Pointless before it was sent. */
    DROPPED;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
