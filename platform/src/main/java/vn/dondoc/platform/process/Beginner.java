package vn.dondoc.platform.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;

/**
 * Whoever began a process, and when: every part is done in that name and counts from that time, however late it is carried out.
 *
 * @param at domain time
 */
public record Beginner(
        @Nullable PersonId person, @Nullable PositionId position, @Nullable String system, Instant at, String correlation) {

    static Beginner of(Act act) {
        var actor = act.actor();
        return new Beginner(actor.person(), actor.position(), actor.system(), act.at().truncatedTo(ChronoUnit.MILLIS), act.correlation());
    }

    Act act(@Nullable String key, @Nullable String bodyHash) {
        return new Act(new Actor(person, position, system), at, correlation, key, bodyHash);
    }
}
