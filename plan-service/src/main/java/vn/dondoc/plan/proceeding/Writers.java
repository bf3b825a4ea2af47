package vn.dondoc.plan.proceeding;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.plan.directive.Sides;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;

/** Who writes meetings and inspections: the standing unit of the province, or standing unit and leaders of a commune. */
@Component
class Writers {

    private final Sides sides;
    private final Directory directory;

    Writers(Sides sides, Directory directory) {
        this.sides = sides;
        this.directory = directory;
    }

    /** The side from which the caller writes a new one. */
    Optional<Sides.Side> of(Caller caller) {
        return sides.of(caller).stream().filter(Writers::writes).findFirst();
    }

    /** The side from which the caller changes that one. */
    Optional<Sides.Side> of(Caller caller, Proceeding proceeding) {
        var owner = directory.heirOf(proceeding.owner());
        return sides.of(caller).stream().filter(Writers::writes)
                .filter(side -> proceeding.commune() == null
                        ? side.commune() == null && side.giver().equals(owner)
                        : proceeding.commune().equals(side.commune()))
                .findFirst();
    }

    /** A head of a unit gives directives below it, but writes no conclusions of the commune or the province. */
    private static boolean writes(Sides.Side side) {
        return !side.head();
    }
}
