package vn.dondoc.notification.channel;

import java.util.List;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.rule.Urgency;

/**
 * What a channel is given to send.
 *
 * @param id of the delivery: the same whenever it is tried, so that providers and people recognise a doubtful second one
 * @param to the position that is meant
 * @param address a mailbox or a telephone number, as the channel needs it; empty where it needs none
 * @param digest one message for all of them; else there is exactly one
 * @param messages most urgent first
 */
public record Parcel(String id, PositionState to, String address, boolean digest, List<Notification> messages) {

    public Parcel {
        messages = List.copyOf(messages);
    }

    public Notification first() {
        return messages.getFirst();
    }

    boolean isUrgent() {
        return messages.stream().anyMatch(message -> message.urgency() == Urgency.CRITICAL);
    }

    /** Neither address nor words. */
    @Override
    public String toString() {
        return "Parcel " + id + " to " + to.id();
    }
}
