package vn.dondoc.plan.closing;

import java.util.Locale;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.plan.draft.DraftAccess;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;

/** Closes plans whose year is over. */
@RestController
class ClosingController {

    private final Aggregates<Plan> plans;
    private final ClosingPlans closing;
    private final ClosingViews views;
    private final DraftAccess access;

    ClosingController(Aggregates<Plan> plans, ClosingPlans closing, ClosingViews views, DraftAccess access) {
        this.plans = plans;
        this.closing = closing;
        this.views = views;
        this.access = access;
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER, COMMUNE_ADMINISTRATOR}, on = Reach.BRANCH)
    @GetMapping("/api/plans/{id}/closing")
    ResponseEntity<Closings.Closing> read(@PathVariable String id, Caller caller) {
        var view = view(id, access.within(caller, COMMUNE_STANDING, COMMUNE_LEADER, COMMUNE_ADMINISTRATOR));
        return Versions.ok(view.version(), view);
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER}, on = Reach.BRANCH)
    @PostMapping("/api/plans/{id}/closing")
    ResponseEntity<Closings.Closing> close(@PathVariable String id, @RequestBody Closings.Wanted wanted, Call call, Locale locale) {
        // What Jackson read may lack what the records promise
        if (wanted.rows().stream().anyMatch(row -> (Object) row.task() == null || (Object) row.decision() == null)) {
            throw ProblemException.of(400, "BODY_UNREADABLE");
        }
        var within = access.within(call.caller(), COMMUNE_STANDING, COMMUNE_LEADER);
        closing.close(id, wanted, call, within, locale);
        var view = view(id, within);
        return Versions.created(view.version(), view);
    }

    private Closings.Closing view(String id, Criteria within) {
        return views.of(plans.find(id, within).orElseThrow(ProblemException::notFound));
    }
}
