package vn.dondoc.plan.proceeding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.UnitId;

/**
 * A conclusion or a finding.
 *
 * @param units to whom it speaks
 * @param directive that was made of it; null while none was
 * @param closedOn null while it is open
 */
record Point(
        String id, String text, List<UnitId> units, @Nullable Due due, @Nullable String product, @Nullable DirectiveId directive,
        @Nullable LocalDate closedOn) {

    Point {
        units = Lists.orEmpty(units);
    }

    /** It says something that others rely on. */
    boolean isSettled() {
        return directive != null || closedOn != null;
    }

    Point givenAs(DirectiveId made) {
        return new Point(id, text, units, due, product, made, closedOn);
    }

    Point closed(LocalDate on) {
        return new Point(id, text, units, due, product, directive, on);
    }

    boolean saysTheSame(Point other) {
        return givenAs(new DirectiveId("x")).closed(LocalDate.EPOCH).equals(other.givenAs(new DirectiveId("x")).closed(LocalDate.EPOCH));
    }
}
