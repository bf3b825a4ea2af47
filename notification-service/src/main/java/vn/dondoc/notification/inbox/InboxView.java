package vn.dondoc.notification.inbox;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Notifications;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.access.Directory;

/** A message as its reader gets it. */
@Component
class InboxView {

    private final Texts texts;
    private final Directory directory;

    InboxView(Texts texts, Directory directory) {
        this.texts = texts;
        this.directory = directory;
    }

    Notifications.Notification of(Notification message, Locale locale) {
        var position = message.to().position();
        return new Notifications.Notification(
                message.id(),
                position,
                directory.position(position).map(PositionState::title).orElse(position.value()),
                message.cause().type(),
                texts.subject(message, locale),
                texts.text(message, locale),
                message.cause().link(),
                message.urgency().code(),
                message.at(),
                message.readAt(),
                message.on(Channel.EMAIL).map(sending -> sending.status().code()).orElse(null));
    }
}
