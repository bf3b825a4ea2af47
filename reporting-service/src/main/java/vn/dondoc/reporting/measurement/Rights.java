package vn.dondoc.reporting.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.platform.access.Caller;

/** Who may do what with a target. */
final class Rights {

    private Rights() {}

    /** Those who work in the unit that answers for it, and the standing unit of the commune. */
    static boolean mayMeasure(Caller caller, Target target) {
        return answersFor(caller, target) || mayDefine(caller, target);
    }

    /** How a figure comes about is decided by the standing unit of the commune. */
    static boolean mayDefine(Caller caller, Target target) {
        return caller.isIn(target.commune(), Role.COMMUNE_STANDING);
    }

    static boolean answersFor(Caller caller, Target target) {
        var owner = target.owner();
        return owner != null && caller.worksIn(Set.of(owner));
    }

    /** The leaders of the commune, and its standing unit but for what it answers for itself. */
    static boolean mayAsk(Caller caller, Target target) {
        return caller.isIn(target.commune(), Role.COMMUNE_LEADER) || mayDefine(caller, target) && !answersFor(caller, target);
    }

    /** What the caller may do now, as the names of the calls. */
    static List<String> actions(Caller caller, Target target, @Nullable TargetStanding standing) {
        var actions = new ArrayList<String>();
        if (target.isWithdrawn()) {
            return actions;
        }
        if (!target.isComputed() && mayMeasure(caller, target)) {
            actions.add("measurement");
            if (!target.figures().isEmpty()) {
                actions.add("correction");
            }
        }
        if (mayDefine(caller, target)) {
            actions.add("definition");
            if (target.isComputed()) {
                actions.add("base");
            }
        }
        if (target.owesExplanation()) {
            if (mayMeasure(caller, target)) {
                actions.add("explanation");
            }
        } else if (standing == TargetStanding.BEHIND && target.owner() != null && mayAsk(caller, target)) {
            actions.add("explanation-request");
        }
        return actions;
    }
}
