package vn.dondoc.console.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;

/** The calls of plan-service. */
@Component
class PlanCalls {

    private static final ParameterizedTypeReference<Page<Plans.PlanSummary>> PLANS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Plans.DraftSummary>> DRAFTS = new ParameterizedTypeReference<>() {};

    private final Backend backend;

    PlanCalls(Backend backend) {
        this.backend = backend;
    }

    Page<Plans.PlanSummary> plans(Query query) {
        return backend.get(Service.PLAN, "/api/plans", query, PLANS);
    }

    Plans.Plan plan(PlanId id) {
        return backend.get(Service.PLAN, "/api/plans/{id}", Plans.Plan.class, id.value());
    }

    Page<Plans.DraftSummary> drafts() {
        return backend.get(Service.PLAN, "/api/plans/drafts", Query.none(), DRAFTS);
    }

    Plans.Draft upload(Resource file, @Nullable String commune) {
        return backend.upload(Service.PLAN, "/api/plans/drafts", file, Query.none().with("commune", commune), Plans.Draft.class);
    }

    Plans.Draft draft(DraftId id) {
        return backend.get(Service.PLAN, "/api/plans/drafts/{id}", Plans.Draft.class, id.value());
    }

    Plans.SourceText source(DraftId id) {
        return backend.get(Service.PLAN, "/api/plans/drafts/{id}/source", Plans.SourceText.class, id.value());
    }

    Plans.Draft change(Plans.Draft draft, Map<String, Object> content) {
        return backend.patch(
                Service.PLAN, "/api/plans/drafts/{id}", Map.of("content", content), draft.version(), Plans.Draft.class, draft.id().value());
    }

    Plans.Draft act(Plans.Draft draft, DraftAct act, @Nullable String key) {
        return backend.act(Service.PLAN, "/api/plans/drafts/{id}/acts", act, key, draft.version(), Plans.Draft.class, draft.id().value());
    }

    Plans.Plan publish(DraftId id, @Nullable String key) {
        return backend.post(Service.PLAN, "/api/plans/drafts/{id}/publication", null, key, Plans.Plan.class, id.value());
    }
}
