package vn.dondoc.reporting.obligation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.dondoc.contracts.event.ReportStatus;

import static vn.dondoc.contracts.event.ReportStatus.ACCEPTED;
import static vn.dondoc.contracts.event.ReportStatus.DUE_SOON;
import static vn.dondoc.contracts.event.ReportStatus.EXEMPTED;
import static vn.dondoc.contracts.event.ReportStatus.OPEN;
import static vn.dondoc.contracts.event.ReportStatus.OVERDUE;
import static vn.dondoc.contracts.event.ReportStatus.RETURNED;
import static vn.dondoc.contracts.event.ReportStatus.SUBMITTED;
import static vn.dondoc.contracts.event.ReportStatus.SUBMITTED_LATE;

/**
 * Which status may follow which; everything else is a defect.
 *
 * <pre>
 *          time            time
 *   OPEN ────────▶ DUE_SOON ────────▶ OVERDUE ◀──────────┐
 *    │                │                  │               │ time
 *    │ submitted      │ submitted        │ submitted     │
 *    ▼                ▼                  ▼               │
 *   SUBMITTED ◀──── (in time)       SUBMITTED_LATE       │
 *    │     │                          │     │            │
 *    │     └────── returned ──────────┼─────┴──────▶ RETURNED
 *    │                                │              │       │
 *    │ accepted                       │ accepted     ▼       ▼ submitted again, by the day it is sent again
 *    └──────────▶ ACCEPTED ◀──────────┘          SUBMITTED   SUBMITTED_LATE
 * </pre>
 *
 * What the unit withdraws before anybody decided goes back to where it stood by its last day. An amended last day takes DUE_SOON back to OPEN where it lies far off again. OPEN may become OVERDUE at once where time passed unseen. EXEMPTED ends an expectation; nothing leads out of it or of ACCEPTED.
 */
final class Transitions {

    private static final Map<ReportStatus, Set<ReportStatus>> NEXT = Map.of(
            OPEN, EnumSet.of(DUE_SOON, OVERDUE, SUBMITTED, SUBMITTED_LATE, EXEMPTED),
            DUE_SOON, EnumSet.of(OVERDUE, SUBMITTED, SUBMITTED_LATE, EXEMPTED),
            OVERDUE, EnumSet.of(SUBMITTED_LATE, EXEMPTED),
            SUBMITTED, EnumSet.of(RETURNED, ACCEPTED, OPEN, DUE_SOON, OVERDUE),
            SUBMITTED_LATE, EnumSet.of(RETURNED, ACCEPTED, OVERDUE),
            RETURNED, EnumSet.of(OVERDUE, SUBMITTED, SUBMITTED_LATE, EXEMPTED),
            ACCEPTED, EnumSet.noneOf(ReportStatus.class),
            EXEMPTED, EnumSet.noneOf(ReportStatus.class));

    private Transitions() {}

    /** Whether something can still be sent. */
    static boolean open(ReportStatus status) {
        return may(status, SUBMITTED_LATE);
    }

    static boolean may(ReportStatus from, ReportStatus to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    static ReportStatus check(ReportStatus from, ReportStatus to) {
        if (from != to && !may(from, to)) {
            throw new IllegalStateException("A report that is " + from + " cannot become " + to);
        }
        return to;
    }

    /** Its place in a list that shows the worst first, from 0. */
    static int rank(ReportStatus status) {
        return switch (status) {
            case OVERDUE -> 0;
            case RETURNED -> 1;
            case DUE_SOON -> 2;
            case OPEN -> 3;
            case SUBMITTED_LATE -> 4;
            case SUBMITTED -> 5;
            case ACCEPTED -> 6;
            case EXEMPTED -> 7;
        };
    }
}
