package vn.dondoc.platform.history;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;

/**
 * Who acts: a person in a position, or a part of the system by its name.
 *
 * @param system "sweep", "plan-events" …; null for people
 */
public record Actor(@Nullable PersonId person, @Nullable PositionId position, @Nullable String system) {

    public static Actor person(PersonId person, @Nullable PositionId position) {
        return new Actor(person, position, null);
    }

    public static Actor system(String name) {
        return new Actor(null, null, name);
    }
}
