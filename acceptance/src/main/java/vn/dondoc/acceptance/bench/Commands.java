package vn.dondoc.acceptance.bench;

import java.time.Instant;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Outcome;

/** Commands to duties; one that is not accepted is a fault of the run. */
final class Commands {

    private Commands() {}

    static void create(Aggregates<Duty> duties, int number) {
        done(duties.create(Duty.id(number), act(), () -> Duty.given(number)));
    }

    static Outcome.Done<Duty> change(Aggregates<Duty> duties, int number) {
        return done(duties.change(Duty.id(number), act(), Duty::progress));
    }

    private static Act act() {
        return Act.bySystem("bench", Instant.now());
    }

    private static Outcome.Done<Duty> done(Outcome<Duty> outcome) {
        if (outcome instanceof Outcome.Done<Duty> done && !done.repeated()) {
            return done;
        }
        throw new IllegalStateException("A command was not accepted: " + outcome);
    }
}
