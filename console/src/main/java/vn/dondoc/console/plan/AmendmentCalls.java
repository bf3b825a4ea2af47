package vn.dondoc.console.plan;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;

/** The calls of plan-service about plans that change, and files that join. */
@Component
class AmendmentCalls {

    private static final ParameterizedTypeReference<Amendments.Comparison> COMPARISON = new ParameterizedTypeReference<>() {};

    private final Backend backend;

    AmendmentCalls(Backend backend) {
        this.backend = backend;
    }

    Amendments.Comparison compare(PlanId plan, DraftId draft, String scope) {
        return backend.get(
                Service.PLAN, "/api/plans/{id}/comparison", Query.none().with("draft", draft.value()).with("scope", scope), COMPARISON, plan.value());
    }

    Plans.Plan amend(PlanId plan, Amendments.Choice choice, long version, @Nullable String key) {
        return backend.act(Service.PLAN, "/api/plans/{id}/amendments", choice, key, version, Plans.Plan.class, plan.value());
    }

    /** @param parent null where it stands alone from now on */
    Amendments.PlanRelations place(PlanId plan, @Nullable PlanId parent, long version) {
        return backend.put(Service.PLAN, "/api/plans/{id}/parent", new Amendments.Parent(parent), version, Amendments.PlanRelations.class, plan.value());
    }

    /** @param programme null where it carries out none from now on */
    Plans.Plan name(PlanId plan, @Nullable String programme, String reason, long version) {
        return backend.put(Service.PLAN, "/api/plans/{id}/programme", new Amendments.Programme(programme, reason), version, Plans.Plan.class, plan.value());
    }

    Plans.Draft join(DraftId draft, Resource file, @Nullable String annex, long version) {
        return backend.join(
                Service.PLAN, "/api/plans/drafts/{id}/annexes", file, Query.none().with("annex", annex), version, Plans.Draft.class, draft.value());
    }

    /** Null while they cannot be asked for: the page stands without them. */
    Amendments.@Nullable DraftRelations relations(DraftId draft) {
        try {
            return backend.get(Service.PLAN, "/api/plans/drafts/{id}/relations", Amendments.DraftRelations.class, draft.value());
        } catch (Refused away) {
            return null;
        }
    }

    /** Null while they cannot be asked for: the page stands without them. */
    Amendments.@Nullable PlanRelations relations(PlanId plan) {
        try {
            return backend.get(Service.PLAN, "/api/plans/{id}/relations", Amendments.PlanRelations.class, plan.value());
        } catch (Refused away) {
            return null;
        }
    }
}
