package vn.dondoc.platform.consume;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.DomainEvent;

/**
 * An event as it arrived. It may arrive again, late, or after a newer one of its aggregate.
 *
 * @param id the same at every delivery
 * @param subject collection and id of the aggregate
 * @param sequence of the aggregate's history
 * @param at domain time of the event
 */
public record Received(String id, String subject, long sequence, Instant at, @Nullable String correlation, DomainEvent event) {}
