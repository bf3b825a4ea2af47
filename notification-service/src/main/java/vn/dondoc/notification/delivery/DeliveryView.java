package vn.dondoc.notification.delivery;

import java.util.Locale;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;

/** Deliveries as an administrator sees them. */
@Component
class DeliveryView {

    private static final int ITEMS = 50;

    private final Aggregates<Notification> notifications;
    private final Texts texts;
    private final Directory directory;

    DeliveryView(Aggregates<Notification> notifications, Texts texts, Directory directory) {
        this.notifications = notifications;
        this.texts = texts;
        this.directory = directory;
    }

    vn.dondoc.contracts.api.Deliveries.Delivery of(Delivery delivery) {
        return new vn.dondoc.contracts.api.Deliveries.Delivery(
                delivery.id(), delivery.digest(), delivery.channel().code(), delivery.urgency().code(), delivery.state().code(), delivery.reason(),
                delivery.positions().stream().map(this::recipient).toList(), delivery.skipped().stream().map(Coded::code).toList(),
                delivery.messages().size(), delivery.tries(), delivery.queuedAt(), delivery.nextAttemptAt(), delivery.heldUntil(), delivery.endedAt());
    }

    vn.dondoc.contracts.api.Deliveries.Content withItems(Delivery delivery, Locale locale) {
        var shown = notifications.list(new Query(Criteria.where("_id").in(delivery.messages())).limit(ITEMS)).stream()
                .map(found -> new vn.dondoc.contracts.api.Deliveries.Item(
                        found.state().cause().type(), texts.subject(found.state(), locale), found.state().cause().link()))
                .toList();
        return new vn.dondoc.contracts.api.Deliveries.Content(of(delivery), shown, delivery.attempts().stream()
                .map(attempt -> new vn.dondoc.contracts.api.Deliveries.Attempt(attempt.at(), attempt.code())).toList());
    }

    private vn.dondoc.contracts.api.Deliveries.Recipient recipient(PositionId id) {
        var position = directory.position(id);
        return new vn.dondoc.contracts.api.Deliveries.Recipient(
                id, position.map(PositionState::title).orElse(id.value()), position.map(found -> directory.nameOf(found.unit())).orElse(""));
    }
}
