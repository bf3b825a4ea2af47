package vn.dondoc.console.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.UnitId;

/** Plans to choose from in a filter; none while plan-service is away, a filter is no reason to fail. */
@Component
public class PlanChoices {

    private static final int MOST = 100;

    private final PlanCalls plans;

    PlanChoices(PlanCalls plans) {
        this.plans = plans;
    }

    public List<Plans.PlanSummary> of(@Nullable UnitId commune) {
        try {
            return plans.plans(Query.none().with("commune", commune).with("limit", MOST)).items();
        } catch (Refused away) {
            return List.of();
        }
    }
}
