package vn.dondoc.notification.delivery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.MessageTemplates;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.template.TemplateBook;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** Deliveries as an administrator sees them. */
@Component
class DeliveryView {

    private static final int ITEMS = 50;

    private final Aggregates<Notification> notifications;
    private final Texts texts;
    private final TemplateBook templates;
    private final Directory directory;

    DeliveryView(Aggregates<Notification> notifications, Texts texts, TemplateBook templates, Directory directory) {
        this.notifications = notifications;
        this.texts = texts;
        this.templates = templates;
        this.directory = directory;
    }

    vn.dondoc.contracts.api.Deliveries.Delivery of(Delivery delivery) {
        return new vn.dondoc.contracts.api.Deliveries.Delivery(
                delivery.id(), delivery.digest(), delivery.channel().code(), delivery.urgency().code(), delivery.state().code(), delivery.reason(),
                delivery.positions().stream().map(this::recipient).toList(), delivery.skipped().stream().map(Coded::code).toList(),
                delivery.messages().size(), delivery.tries(), delivery.queuedAt(), delivery.nextAttemptAt(), delivery.heldUntil(), delivery.endedAt(),
                delivery.wentUp(), delivery.template() == null ? null : new vn.dondoc.contracts.api.Deliveries.Template(delivery.template().key(), delivery.template().version()));
    }

    vn.dondoc.contracts.api.Deliveries.Content withItems(Delivery delivery, Locale locale) {
        var messages = notifications.list(new Query(Criteria.where("_id").in(delivery.messages())).limit(ITEMS));
        var shown = messages.stream()
                .map(found -> new vn.dondoc.contracts.api.Deliveries.Item(
                        found.state().cause().type(), texts.subject(found.state(), locale), found.state().cause().link()))
                .toList();
        return new vn.dondoc.contracts.api.Deliveries.Content(of(delivery), shown, delivery.attempts().stream()
                .map(attempt -> new vn.dondoc.contracts.api.Deliveries.Attempt(attempt.at(), attempt.code())).toList(),
                sent(delivery, messages.stream().map(Versioned::state).toList()));
    }

    /** In Vietnamese, as it was sent. A digest says how much is in it and how the parts are counted; what is in it stands beside. */
    private vn.dondoc.contracts.api.Deliveries.@Nullable Sent sent(Delivery delivery, List<Notification> messages) {
        var by = delivery.template();
        var words = by == null || messages.isEmpty() ? null : templates.find(by.key(), by.version()).map(MessageTemplates.Template::vi).orElse(null);
        if (by == null || words == null) {
            return null;
        }
        var single = !delivery.digest() && Texts.templateOf(messages.getFirst()).equals(by.key());
        return new vn.dondoc.contracts.api.Deliveries.Sent(
                single ? texts.filled(words.subject(), messages.getFirst(), ProblemConfiguration.VIETNAMESE) : words.subject(),
                single ? texts.filled(words.text(), messages.getFirst(), ProblemConfiguration.VIETNAMESE) : words.text(), templates.isPresent(by.key(), by.version()));
    }

    private vn.dondoc.contracts.api.Deliveries.Recipient recipient(PositionId id) {
        var position = directory.position(id);
        return new vn.dondoc.contracts.api.Deliveries.Recipient(
                id, position.map(PositionState::title).orElse(id.value()), position.map(found -> directory.nameOf(found.unit())).orElse(""));
    }
}
