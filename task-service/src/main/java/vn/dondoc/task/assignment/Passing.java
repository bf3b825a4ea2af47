package vn.dondoc.task.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** What the passing of time does to an assignment. */
public final class Passing {

    /** Of two that tell at the same moment the earlier one in this list tells first. */
    private static final List<Ticking> ALL = List.of(new DeadlineTicking(), new NewsTicking(), new ExplanationTicking(), new SilentAcceptance());

    /** Nobody did it, whoever happens to act just behind. */
    private static final Actor TIME = Actor.system("time");

    private Passing() {}

    /**
     * Tells every boundary that was reached since the last one told, each with the state as it was from that moment on: after an outage
     * or a jump of the clock all of them, in order, in one write.
     */
    public static Decision<Assignment> boundaries(Assignment assignment, Instant now) {
        var passed = upTo(assignment, now);
        return passed.facts().isEmpty() ? Decision.unchanged() : new Decision.Accepted<>(passed.state(), passed.facts());
    }

    /** When somebody has next to look at it: time has something to tell, or a period opens, which takes more than to tell it. */
    static Optional<Instant> next(Assignment assignment) {
        return Stream.concat(toTell(assignment).stream(), Recurring.next(assignment).stream()).min(Comparator.naturalOrder());
    }

    private static Optional<Instant> toTell(Assignment assignment) {
        return ALL.stream().flatMap(ticking -> ticking.next(assignment).stream()).min(Comparator.naturalOrder());
    }

    /** The state at that time, and what led to it. */
    record Passed(Assignment state, List<Fact> facts) {}

    static Passed upTo(Assignment assignment, Instant now) {
        var state = assignment;
        var facts = new ArrayList<Fact>();
        while (true) {
            var at = toTell(state).filter(moment -> !moment.isAfter(now)).orElse(null);
            if (at == null) {
                return new Passed(state, facts.stream().map(fact -> fact.by(TIME)).toList());
            }
            var current = state;
            var due = ALL.stream().filter(ticking -> ticking.next(current).filter(at::equals).isPresent()).findFirst().orElseThrow();
            state = due.tell(current, facts);
        }
    }
}
