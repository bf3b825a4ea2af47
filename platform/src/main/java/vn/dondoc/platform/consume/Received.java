package vn.dondoc.platform.consume;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.DomainEvent;

/**
 * An event as it arrived. It may arrive again, late, or after a newer one of its aggregate.
 *
 * @param id the same at every delivery
 * @param subject collection and id of the aggregate
 * @param generation of the topics; it grows when they are rebuilt from restored histories
 * @param sequence of the aggregate's history
 * @param at domain time of the event
 */
public record Received(
        String id, String subject, long generation, long sequence, Instant at, @Nullable String correlation, DomainEvent event) {

    /** More events than any aggregate has within one generation. */
    private static final int SEQUENCE_BITS = 40;

    /** What is newer is greater: by generation, then by sequence. In the first generation it is the sequence. */
    public long order() {
        return (generation - 1 << SEQUENCE_BITS) + sequence;
    }
}
