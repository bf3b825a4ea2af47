package vn.dondoc.notification.channel;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.obligation.ObligationKind;

/** All that a message says on a way that others may read: a code and a link, and nothing of whom or what it is about. */
@Component
class CodeAndLink {

    private static final int LENGTH = 8;
    private static final String INBOX = "/inbox";
    /** Of an id in a link. */
    private static final int LONGEST_ID = 40;

    private final NotificationProperties properties;

    CodeAndLink(NotificationProperties properties) {
        this.properties = properties;
    }

    /** Short enough to be read out on the telephone. */
    String code(Notification message) {
        return code(message.id().value());
    }

    /** Of a digest its own. */
    String code(Parcel parcel) {
        return parcel.digest() ? code(parcel.id()) : code(parcel.first());
    }

    private static String code(String id) {
        return "TB-" + id.substring(0, Math.min(LENGTH, id.length())).toUpperCase(Locale.ROOT);
    }

    String link(Notification message) {
        return properties.link(message.cause().link());
    }

    /** Of a digest to the list of all messages. */
    String link(Parcel parcel) {
        return parcel.digest() ? properties.link(INBOX) : link(parcel.first());
    }

    /** As long as links to this console become. */
    int longestLink() {
        return Stream.of(ObligationKind.values()).mapToInt(kind -> properties.link(kind.link("x".repeat(LONGEST_ID))).length()).max().orElseThrow();
    }

    int longestCode() {
        return code("x".repeat(LENGTH)).length();
    }
}
