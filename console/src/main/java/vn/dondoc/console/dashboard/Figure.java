package vn.dondoc.console.dashboard;

import java.util.List;
import vn.dondoc.contracts.event.TimeClass;

/** One number of a time class; the number links to its rows. */
public record Figure(String code, long count) {

    /** Worst first, as they stand in cards, tables and charts. */
    static final List<String> CLASSES = List.of(
            TimeClass.OVERDUE.code(), TimeClass.DUE_SOON.code(), TimeClass.IN_TIME.code(), TimeClass.NO_DEADLINE.code(),
            TimeClass.COMPLETED_LATE.code(), TimeClass.COMPLETED_IN_TIME.code());
}
