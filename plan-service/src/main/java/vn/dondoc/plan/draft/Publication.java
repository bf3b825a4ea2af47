package vn.dondoc.plan.draft;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;

/**
 * A publication that was begun: all that going on with it needs, so that every part comes out the same however often it is tried.
 *
 * @param at domain time of the beginning; {@code day} is its day in Asia/Ho_Chi_Minh
 */
public record Publication(
        PlanId plan, Instant at, LocalDate day, @Nullable PersonId person, @Nullable PositionId position, String correlation) {

    /** A publication, or an amendment, that begins with that act. */
    public static Publication begun(PlanId plan, Act act, LocalDate day) {
        return new Publication(plan, act.at(), day, act.actor().person(), act.actor().position(), act.correlation());
    }

    /** The act of whoever published, for the parts. */
    public Act act() {
        return new Act(new Actor(person, position, null), at, correlation, null, null);
    }
}
