package vn.dondoc.reporting.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.platform.deadline.Boundary;

/** The days whose beginning makes an unanswered report something else: soon due, overdue, a matter for the next one above. */
final class Boundaries {

    private Boundaries() {}

    /** The first one on a later day. */
    static Optional<Boundary> after(LocalDate day, Expected report) {
        return of(report).filter(boundary -> boundary.day().isAfter(day)).findFirst();
    }

    /** Those from one day to another, both included. Of several reminders only the last still tells something, and none once it is late. */
    static List<Boundary> between(LocalDate first, LocalDate today, Expected report) {
        var reached = of(report).filter(boundary -> !boundary.day().isBefore(first) && !boundary.day().isAfter(today)).toList();
        return reached.stream().filter(one -> !(one instanceof Boundary.DueSoon) || one.equals(reached.getLast())).toList();
    }

    private static Stream<Boundary> of(Expected report) {
        return Boundary.of(report.lastDay(), report.countsUntil(), report.told());
    }
}
