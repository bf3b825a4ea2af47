package vn.dondoc.notification.channel;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Notification;

/** All that a message says on a way that others may read: a code and a link, and nothing of whom or what it is about. */
@Component
class CodeAndLink {

    private static final int LENGTH = 8;

    private final NotificationProperties properties;

    CodeAndLink(NotificationProperties properties) {
        this.properties = properties;
    }

    /** Short enough to be read out on the telephone. */
    String code(Notification message) {
        var id = message.id().value();
        return "TB-" + id.substring(0, Math.min(LENGTH, id.length())).toUpperCase(Locale.ROOT);
    }

    String link(Notification message) {
        return properties.link(message.cause().link());
    }
}
