package vn.dondoc.notification.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;

/**
 * One message, or the digest of a day, on its way to whoever holds a position, on one channel. Neither words nor addresses: these are found when it is
 * sent.
 *
 * @param positions whom it is for: one, or those that a person or a mailbox stands for
 * @param messages what is in it; of a digest only once it was tried
 * @param skipped channels that the rule allows and the installation has not
 * @param tries so far
 * @param queuedAt system time, as the other moments
 * @param nextAttemptAt null once it has ended
 * @param heldUntil domain time; null where it is not held
 * @param attempts the newest ones
 * @param once keys that no other delivery may have: of a digest its day with each person and mailbox it is for
 * @param asked somebody wanted it to be sent again
 * @param wentUp nobody who was meant held a position when it was sent, and the next above was told
 * @param moved why it first went on to another channel; null where it did not, or before that was noted
 * @param template by which it was worded when it was sent; null where it was not, or before that was noted
 */
public record Delivery(
        String id,
        boolean digest,
        Channel channel,
        Urgency urgency,
        UnitId province,
        UnitId commune,
        List<PositionId> positions,
        List<String> messages,
        DeliveryState state,
        @Nullable String reason,
        List<Channel> skipped,
        int tries,
        Instant queuedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant heldUntil,
        @Nullable Instant endedAt,
        String correlation,
        List<Attempt> attempts,
        List<String> once,
        boolean asked,
        boolean wentUp,
        @Nullable String moved,
        @Nullable Template template) {

    public Delivery {
        positions = List.copyOf(positions);
        messages = List.copyOf(messages);
        skipped = List.copyOf(skipped);
        attempts = List.copyOf(attempts);
        once = List.copyOf(once);
    }

    /** A new one. */
    public Delivery(
            String id, boolean digest, Channel channel, Urgency urgency, UnitId province, UnitId commune, List<PositionId> positions, List<String> messages,
            DeliveryState state, @Nullable String reason, List<Channel> skipped, Instant queuedAt, @Nullable Instant nextAttemptAt, @Nullable Instant heldUntil,
            @Nullable Instant endedAt, String correlation, List<String> once) {
        this(id, digest, channel, urgency, province, commune, positions, messages, state, reason, skipped, 0, queuedAt, nextAttemptAt, heldUntil, endedAt,
                correlation, List.of(), once, false, false, null, null);
    }

    /** The same when it has come to that end. */
    Delivery ended(DeliveryState end, String why) {
        return new Delivery(
                id, digest, channel, urgency, province, commune, positions, messages, end, why, skipped, tries, queuedAt, null, heldUntil, endedAt, correlation,
                attempts, once, asked, wentUp, moved, template);
    }

    /** @param version of its words */
    public record Template(String key, String version) {}

    /** @param code what came of it, a stable code */
    public record Attempt(Instant at, String code) {}
}
