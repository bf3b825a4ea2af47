package vn.dondoc.notification.delivery;

import vn.dondoc.contracts.event.Coded;

/**
 * Where a delivery stands.
 *
 * <pre>
 *   gathering ─▶ waiting ─▶ sent
 *   held ──────────▲ │  └──▶ failed, dropped
 *        cancelled ◀─┘       skipped from the start
 * </pre>
 *
 * What has ended may be sent again by somebody who asks for it: it is waiting then.
 */
public enum DeliveryState implements Coded {
    /** A digest whose messages are being put together. */
    GATHERING,
    /** For the hour at which somebody may be disturbed, or for its turn among the channels. */
    HELD,
    WAITING,
    SENT,
    /** Refused for good, or given up. */
    FAILED,
    /** Pointless before it was sent. */
    DROPPED,
    /** Somebody decided so. */
    CANCELLED,
    /** The installation has no such channel. */
    SKIPPED;

    @Override
    public String code() {
        return Coded.codeOf(this);
    }

    boolean hasEnded() {
        return this == SENT || this == FAILED || this == DROPPED || this == CANCELLED || this == SKIPPED;
    }
}
