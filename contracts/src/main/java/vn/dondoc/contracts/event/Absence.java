package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;

/**
 * The holder of a position is away.
 *
 * @param from the first day
 * @param until the last day; null while it is not known
 * @param deputy the position that stands in on those days, whoever holds it; null where nobody does
 */
public record Absence(LocalDate from, @Nullable LocalDate until, @Nullable PositionId deputy) {

    /** Whether it holds on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
