package vn.dondoc.notification.delivery;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.time.DomainClock;

/** What is to be done for deliveries beside sending them, by any number of instances. */
@Component
class Upkeep {

    private final Deliveries deliveries;
    private final Settling settling;
    private final Aggregates<Notification> notifications;
    private final DomainClock domainClock;
    private boolean adopted;

    Upkeep(Deliveries deliveries, Settling settling, Aggregates<Notification> notifications, DomainClock domainClock) {
        this.deliveries = deliveries;
        this.settling = settling;
        this.notifications = notifications;
        this.domainClock = domainClock;
    }

    void round() {
        if (!adopted) {
            adopt();
            adopted = true;
        }
        deliveries.release(domainClock.instant());
        settling.round();
    }

    /** Letters that waited when there were letters only, and knew no more than their message. */
    private void adopt() {
        var old = Filters.exists(StoredDelivery.STATE, false);
        deliveries.collection().find(old).forEach(letter -> notifications.find(letter.getString("_id")).ifPresentOrElse(
                message -> deliveries.collection().updateOne(Filters.and(Filters.eq("_id", message.id()), old), Updates.combine(
                        Updates.set(StoredDelivery.STATE, DeliveryState.WAITING.name()),
                        Updates.set(StoredDelivery.CHANNEL, Channel.EMAIL.name()),
                        Updates.set(StoredDelivery.DIGEST, false),
                        Updates.set(StoredDelivery.PROVINCE, message.state().province().value()),
                        Updates.set(StoredDelivery.COMMUNE, message.state().commune().value()),
                        Updates.set(StoredDelivery.POSITIONS, java.util.List.of(message.state().to().position().value())),
                        Updates.set(StoredDelivery.MESSAGES, java.util.List.of(message.id())),
                        Updates.unset(StoredDelivery.OWNER))),
                () -> deliveries.collection().deleteOne(Filters.and(Filters.eq("_id", letter.getString("_id")), old))));
    }
}
