package vn.dondoc.contracts.event;

import vn.dondoc.contracts.id.NotificationId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** What became of a message. No text and no person: which position, about what, by which channel. */
public sealed interface NotificationEvent extends DomainEvent {

    Delivery delivery();

    /**
     * @param obligation id of the task or report
     * @param step the event type that caused it, with its number where it has one: "TaskDueSoon:7"
     * @param channel inbox, email, zalo, sms or webhook
     */
    record Delivery(
            NotificationId id, UnitId province, UnitId commune, PositionId recipient, String obligation, String step, String channel) {}

    record NotificationQueued(Delivery delivery) implements NotificationEvent {}

    record NotificationDelivered(Delivery delivery) implements NotificationEvent {}

    /** @param reason a stable code, never the server's text */
    record NotificationFailed(Delivery delivery, String reason) implements NotificationEvent {}

    /** Its cause was fulfilled, or its position gone, before it could be sent. */
    record NotificationDropped(Delivery delivery, String reason) implements NotificationEvent {}

    record NotificationRead(Delivery delivery) implements NotificationEvent {}
}
