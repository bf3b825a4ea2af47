package vn.dondoc.console.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.PlanId;

/** The calls that closing a plan takes: plan-service owns it, task-service knows which of its tasks are open. */
@Component
class ClosingCalls {

    private static final ParameterizedTypeReference<Page<Tasks.TaskSummary>> TASKS = new ParameterizedTypeReference<>() {};
    private static final int MOST = 200;

    private final Backend backend;

    ClosingCalls(Backend backend) {
        this.backend = backend;
    }

    Closings.Closing closing(PlanId plan) {
        return backend.get(Service.PLAN, "/api/plans/{id}/closing", Closings.Closing.class, plan.value());
    }

    Closings.Closing close(PlanId plan, Closings.Wanted wanted, long version, @Nullable String key) {
        return backend.act(Service.PLAN, "/api/plans/{id}/closing", wanted, key, version, Closings.Closing.class, plan.value());
    }

    /** All that is not finished, the worst first. */
    List<Tasks.TaskSummary> open(PlanId plan) {
        var all = new ArrayList<Tasks.TaskSummary>();
        @Nullable String after = null;
        do {
            var page = backend.get(Service.TASK, "/api/tasks", Query.none().with("plan", plan.value()).with("workState", "not-started")
                    .with("workState", "in-progress").with("workState", "submitted").with("limit", MOST).with("after", after), TASKS);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }
}
