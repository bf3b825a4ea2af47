package vn.dondoc.notification.channel;

import java.util.Comparator;
import java.util.Locale;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.rule.Occasion;

/** The parts of a digest, most urgent first. */
enum DigestGroup {
    OVERDUE,
    DUE_SOON,
    TO_DECIDE,
    TO_COMPLETE,
    NEW,
    OTHER;

    /** Most urgent first, then what is to be done first; the same order whenever it is written. */
    static final Comparator<Notification> ORDER = Comparator.<Notification, DigestGroup>comparing(message -> of(message.cause().occasion()))
            .thenComparing(message -> message.cause().lastDay(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(message -> message.about().title())
            .thenComparing(message -> message.id().value());

    static DigestGroup of(Occasion occasion) {
        return switch (occasion) {
            case OVERDUE, ESCALATED, EXPLANATION_ASKED, EXPLANATION_OVERDUE -> OVERDUE;
            case DUE_SOON, EXPLANATION_DUE_SOON -> DUE_SOON;
            case SUBMITTED, EXTENSION_ASKED, GIVEN_BACK, EXPLANATION_GIVEN -> TO_DECIDE;
            case RETURNED, NOT_EXTENDED, INSISTED, REOPENED, OVERDUE_BEFORE_ENTRY, STALE -> TO_COMPLETE;
            case ASSIGNED, MOVED, EXTENDED, CONCLUSION_UNIT_NAMED -> NEW;
            default -> OTHER;
        };
    }

    /** The key of its heading. */
    String key() {
        return "digest.group." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
