package vn.dondoc.console.measurement;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Targets;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;

/** Short lists of targets that other pages show beside their own matter. */
@Component
public class Measured {

    private static final int MOST = 200;

    private final TargetCalls targets;

    Measured(TargetCalls targets) {
        this.targets = targets;
    }

    /** The targets of a plan by their ids; none where the service cannot say. */
    public Map<String, Targets.TargetSummary> of(PlanId plan) {
        try {
            return targets.list(Query.none().with("plan", plan.value()).with("limit", MOST)).items().stream()
                    .collect(Collectors.toMap(target -> target.id().value(), target -> target));
        } catch (Refused away) {
            return Map.of();
        }
    }

    /** What is to be explained: by the user's units, or all that somebody waits for who receives. */
    public List<Targets.TargetSummary> toExplain(boolean all) {
        var query = Query.none().with("explanationOwed", true).with("limit", MOST);
        return targets.list(all ? query : query.with("mine", true)).items().stream()
                .filter(target -> target.explanation() != null && target.explanation().owed())
                .toList();
    }

    /** What is to be explained in a place. */
    public Page<Targets.TargetSummary> toExplainIn(UnitId commune) {
        return targets.list(Query.none().with("commune", commune.value()).with("limit", MOST).with("explanationOwed", true));
    }

    /** What the user's own units have to measure now. */
    public List<Targets.TargetSummary> dueNow() {
        return targets.list(Query.none().with("mine", true).with("due", true).with("limit", MOST)).items();
    }
}
