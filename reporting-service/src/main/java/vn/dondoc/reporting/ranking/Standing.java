package vn.dondoc.reporting.ranking;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Rankings.About;
import vn.dondoc.contracts.api.Rankings.Figure;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;

/**
 * What was counted of somebody.
 *
 * @param before at the end of the day before the period
 * @param after at the end of its last day
 */
record Standing(UnitId id, String name, Counts before, Counts after) {

    /** Part of a whole; never more than it, and neither is negative. */
    record Fraction(long numerator, long denominator) {

        static Fraction of(long part, long rest) {
            return new Fraction(part, part + rest);
        }
    }

    /** @param about what explanations count */
    Fraction of(Figure figure, Set<About> about) {
        return switch (figure) {
            case TASKS_IN_TIME -> Fraction.of(grown(Counter.TASK_COMPLETED_IN_TIME), grown(Counter.TASK_COMPLETED_LATE) + then(Counter.TASK_OVERDUE));
            case TASKS_NOT_OVERDUE -> Fraction.of(then(Counter.TASK_IN_TIME) + then(Counter.TASK_DUE_SOON), then(Counter.TASK_OVERDUE));
            case TASKS_OPENED -> {
                var open = then(Counter.TASK_IN_TIME) + then(Counter.TASK_DUE_SOON) + then(Counter.TASK_OVERDUE) + then(Counter.TASK_NO_DEADLINE);
                var never = Math.min(open, then(Counter.TASK_NEVER_OPENED));
                yield Fraction.of(open - never, never);
            }
            case REPORTS_IN_TIME -> Fraction.of(grown(Counter.REPORT_IN_TIME), grown(Counter.REPORT_LATE) + then(Counter.REPORT_OVERDUE));
            case TARGETS_ATTAINED -> Fraction.of(
                    then(Counter.TARGET_ATTAINED), then(Counter.TARGET_ON_THE_WAY) + then(Counter.TARGET_BEHIND) + then(Counter.TARGET_NOT_MEASURED));
            case EXPLANATIONS_IN_TIME -> {
                var parts = explanations(about);
                yield new Fraction(parts.stream().mapToLong(Rankings.Part::numerator).sum(), parts.stream().mapToLong(Rankings.Part::denominator).sum());
            }
        };
    }

    /** The explanations that are owed at the end, by what they are about, and of them those whose time is not over; where none is owed there is no such part. */
    List<Rankings.Part> explanations(Set<About> about) {
        return Stream.of(About.values()).filter(about::contains).map(this::part).filter(part -> part.denominator() > 0).toList();
    }

    private Rankings.Part part(About about) {
        var owed = then(switch (about) {
            case TASKS -> Counter.EXPLANATION_OWED;
            case REPORTS -> Counter.REPORT_EXPLANATION_OWED;
            case TARGETS -> Counter.TARGET_EXPLANATION_OWED;
        });
        return new Rankings.Part(about, owed - Math.min(owed, overdue(about)), owed);
    }

    private long overdue(About about) {
        return then(switch (about) {
            case TASKS -> Counter.EXPLANATION_OVERDUE;
            case REPORTS -> Counter.REPORT_EXPLANATION_OVERDUE;
            case TARGETS -> Counter.TARGET_EXPLANATION_OVERDUE;
        });
    }

    /** What is overdue at the end. */
    long overdue() {
        return then(Counter.TASK_OVERDUE) + then(Counter.REPORT_OVERDUE);
    }

    boolean isUnexplained(Set<About> about) {
        return about.stream().anyMatch(one -> overdue(one) > 0);
    }

    private long then(Counter counter) {
        return Math.max(0, after.get(counter));
    }

    /** Where more was reopened than done, nothing was done. */
    private long grown(Counter counter) {
        return Math.max(0, after.get(counter) - before.get(counter));
    }
}
