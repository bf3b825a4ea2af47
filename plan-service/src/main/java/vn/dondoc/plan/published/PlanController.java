package vn.dondoc.plan.published;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Window;

/** Reads published plans. */
@RestController
class PlanController {

    private final PlanQuery plans;

    PlanController(PlanQuery plans) {
        this.plans = plans;
    }

    @Allowed(on = Reach.SELF)
    @GetMapping("/api/plans")
    Page<Plans.PlanSummary> list(
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String q,
            Caller caller,
            Window window) {
        return plans.list(caller.branch(), commune, q, window);
    }

    @Allowed(on = Reach.BRANCH)
    @GetMapping("/api/plans/{id}")
    Plans.Plan read(@PathVariable String id, Caller caller) {
        return plans.find(id, caller.branch()).orElseThrow(ProblemException::notFound);
    }
}
