package vn.dondoc.notification.delivery;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;

/** Deliveries as they are stored: what is searched for by hand, as the updates write it by hand. */
final class StoredDelivery {

    static final String STATE = "state";
    static final String CHANNEL = "channel";
    static final String RANK = "rank";
    static final String NEXT = "nextAttemptAt";
    static final String HELD_UNTIL = "heldUntil";
    static final String OWNER = "owner";
    static final String TRIES = "tries";
    static final String REASON = "reason";
    static final String MESSAGES = "messages";
    static final String POSITIONS = "positions";
    static final String DIGEST = "digest";
    static final String DAY = "day";
    static final String UNTIL = "until";
    static final String ONCE = "once";
    static final String ASKED = "asked";
    static final String ENDED = "endedAt";
    /** The mark of the claim under which its end was noted. */
    static final String ENDED_BY = "endedBy";
    static final String QUEUED = "queuedAt";
    static final String ATTEMPTS = "attempts";
    static final String RECALLED = "recalled";
    static final String UNSETTLED = "unsettled";
    static final String PROVINCE = "province";
    static final String COMMUNE = "commune";
    static final String SKIPPED = "skipped";
    static final String CORRELATION = "correlation";
    static final String WENT_UP = "wentUp";
    static final String MOVED = "moved";
    static final String TEMPLATE = "template";
    static final String VERSION = "templateVersion";

    private StoredDelivery() {}

    static Document write(Delivery delivery) {
        var stored = new Document("_id", delivery.id())
                .append(DIGEST, delivery.digest())
                .append(CHANNEL, delivery.channel().name())
                .append(RANK, delivery.urgency().ordinal())
                .append(PROVINCE, delivery.province().value())
                .append(COMMUNE, delivery.commune().value())
                .append(POSITIONS, delivery.positions().stream().map(PositionId::value).toList())
                .append(MESSAGES, delivery.messages())
                .append(STATE, delivery.state().name())
                .append(REASON, delivery.reason())
                .append(SKIPPED, delivery.skipped().stream().map(Enum::name).toList())
                .append(TRIES, delivery.tries())
                .append(QUEUED, Date.from(delivery.queuedAt()))
                .append(NEXT, date(delivery.nextAttemptAt()))
                .append(HELD_UNTIL, date(delivery.heldUntil()))
                .append(ENDED, date(delivery.endedAt()))
                .append(CORRELATION, delivery.correlation())
                .append(ATTEMPTS, List.of());
        if (!delivery.once().isEmpty()) {
            stored.append(ONCE, delivery.once());
        }
        return delivery.state().hasEnded() ? stored.append(UNSETTLED, true) : stored;
    }

    static Delivery read(Document stored) {
        return new Delivery(
                stored.getString("_id"), stored.getBoolean(DIGEST, false), Channel.valueOf(stored.getString(CHANNEL)),
                Urgency.values()[stored.getInteger(RANK, 1)], new UnitId(stored.getString(PROVINCE)), new UnitId(stored.getString(COMMUNE)),
                texts(stored, POSITIONS).stream().map(PositionId::new).toList(), texts(stored, MESSAGES),
                DeliveryState.valueOf(stored.getString(STATE)), stored.getString(REASON), texts(stored, SKIPPED).stream().map(Channel::valueOf).toList(),
                stored.getInteger(TRIES, 0), Objects.requireNonNull(instant(stored, QUEUED)), instant(stored, NEXT), instant(stored, HELD_UNTIL),
                instant(stored, ENDED), stored.getString(CORRELATION), attempts(stored), texts(stored, ONCE), stored.getBoolean(ASKED, false), stored.getBoolean(WENT_UP, false),
                stored.getString(MOVED), template(stored));
    }

    private static Delivery.@Nullable Template template(Document stored) {
        var key = stored.getString(TEMPLATE);
        return key == null ? null : new Delivery.Template(key, stored.getString(VERSION));
    }

    private static List<Delivery.Attempt> attempts(Document stored) {
        return stored.getList(ATTEMPTS, Document.class, List.of()).stream()
                .map(attempt -> new Delivery.Attempt(attempt.getDate("at").toInstant(), attempt.getString("code"))).toList();
    }

    private static List<String> texts(Document stored, String field) {
        return stored.getList(field, String.class, List.of());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(Document stored, String field) {
        var date = stored.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
