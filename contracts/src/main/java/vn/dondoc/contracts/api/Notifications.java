package vn.dondoc.contracts.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.NotificationId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;

/** The inbox. */
public final class Notifications {

    private Notifications() {}

    /**
     * @param subject a sentence in the caller's language
     * @param link path in the console: {@code /tasks/…}, {@code /reports/…}
     * @param urgency critical, normal or information
     * @param emailStatus queued, delivered, failed, dropped; null where no e-mail belongs to it
     */
    public record Notification(
            NotificationId id, PositionId recipient, String positionTitle, String type, String subject, String text, String link, String urgency,
            Instant at, @Nullable Instant readAt, @Nullable String emailStatus) {}

    public record Unread(long unread) {}

    /** A one-time code of six digits for somebody who wants to sign in; not shown when it is printed. */
    public record Code(PersonId person, String code) {

        @Override
        public String toString() {
            return "Code for " + person;
        }
    }

    /** @param channel sms or email */
    public record CodeSent(String channel) {}
}
