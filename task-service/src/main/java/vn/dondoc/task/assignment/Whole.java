package vn.dondoc.task.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.OfDirective;
import vn.dondoc.contracts.id.UnitId;

/**
 * What a part keeps of its whole, so that it is decided on without it.
 *
 * @param giver the units that gave it and decide on it; empty where it is decided on as its whole is
 * @param notAfter the last day of the whole, Asia/Ho_Chi_Minh; null without one
 * @param version of the whole that this was taken from; 0 where nothing was
 * @param rhythm of an occurrence, the one its whole had; 0 for other parts
 * @param period of an occurrence, its label; null for other parts
 */
public record Whole(List<UnitId> giver, @Nullable LocalDate notAfter, long version, int rhythm, @Nullable String period) {

    /** Of a directive that another unit decides on than on tasks of plans; null for others. */
    static @Nullable Whole of(@Nullable OfDirective directive) {
        return directive == null || directive.decider() == null ? null : new Whole(List.of(directive.decider()), null, 0, 0, null);
    }

    Whole toHeirs(UnaryOperator<UnitId> heirOf) {
        return new Whole(giver.stream().map(heirOf).distinct().toList(), notAfter, version, rhythm, period);
    }
}
