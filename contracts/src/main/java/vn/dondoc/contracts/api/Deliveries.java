package vn.dondoc.contracts.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.id.PositionId;

/** What is on its way to whom, what became of it, and how the channels fare. */
public final class Deliveries {

    private Deliveries() {}

    /** @param position whom it is for, and never who holds that position */
    public record Recipient(PositionId position, String title, String unit) {}

    /**
     * One message, or the digest of a day, on one channel.
     *
     * @param channel email, zalo, sms or webhook
     * @param urgency critical, normal or information
     * @param state gathering, held, waiting, sent, failed, dropped, cancelled or skipped
     * @param reason why it failed, was dropped, cancelled or skipped, a stable code
     * @param skipped channels that the rule allows and the installation has not
     * @param messages how many are in it; of a digest 0 before it was tried
     * @param tries so far
     * @param heldUntil domain time; null where it is not held
     * @param wentUp nobody who was meant held a position when it was sent: the next above was told
     * @param template by which it was worded; null where it was not sent
     */
    public record Delivery(
            String id,
            boolean digest,
            String channel,
            String urgency,
            String state,
            @Nullable String reason,
            List<Recipient> recipients,
            List<String> skipped,
            int messages,
            int tries,
            Instant queuedAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant heldUntil,
            @Nullable Instant endedAt,
            boolean wentUp,
            @Nullable Template template) {

        public Delivery {
            recipients = Lists.orEmpty(recipients);
            skipped = Lists.orEmpty(skipped);
        }
    }

    /** @param version changes with every word of it */
    public record Template(String key, String version) {}

    /**
     * What was sent, by the words of that version.
     *
     * @param subject empty where the channel has none
     * @param present whether the words are still the same
     */
    public record Sent(String subject, String text, boolean present) {}

    /** @param code what came of it, a stable code */
    public record Attempt(Instant at, String code) {}

    /** @param link path in the console: {@code /tasks/…}, {@code /reports/…} */
    public record Item(String type, String subject, String link) {}

    /**
     * One delivery with what is in it.
     *
     * @param items the first fifty
     * @param attempts the newest ten, oldest first
     * @param sent null where it was not sent, or before its words were kept
     */
    public record Content(Delivery delivery, List<Item> items, List<Attempt> attempts, @Nullable Sent sent) {

        public Content {
            items = Lists.orEmpty(items);
            attempts = Lists.orEmpty(attempts);
        }
    }

    /**
     * How a channel fares.
     *
     * @param configured whether the installation has it
     * @param state closed lets everything through, half-open one delivery that finds out, open nothing
     * @param failures on end
     * @param until when it is tried again; null while it is closed
     * @param waiting how many may leave now
     * @param held how many wait for their hour or turn
     * @param oldest when the oldest of those that may leave was queued
     */
    public record Channel(
            String channel,
            boolean configured,
            String state,
            int failures,
            @Nullable Instant until,
            long waiting,
            long held,
            @Nullable Instant oldest,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            @Nullable Instant lastSentAt) {}
}
