package vn.dondoc.plan.amendment;

import java.util.Locale;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.plan.draft.DraftAccess;
import vn.dondoc.plan.published.PlanQuery;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;

/** Compares a published plan with a document that was read, and amends it by what is accepted. */
@RestController
class AmendmentController {

    private static final Role[] READERS = {COMMUNE_STANDING, COMMUNE_LEADER, COMMUNE_ADMINISTRATOR};

    private final Comparisons comparisons;
    private final Amending amending;
    private final DraftAccess access;
    private final PlanQuery plans;

    AmendmentController(Comparisons comparisons, Amending amending, DraftAccess access, PlanQuery plans) {
        this.comparisons = comparisons;
        this.amending = amending;
        this.access = access;
        this.plans = plans;
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER, COMMUNE_ADMINISTRATOR}, on = Reach.BRANCH)
    @GetMapping("/api/plans/{id}/comparison")
    ResponseEntity<Amendments.Comparison> compare(
            @PathVariable String id, @RequestParam String draft, @RequestParam(defaultValue = "whole") String scope, Caller caller) {
        Criteria within = access.within(caller, READERS);
        var beside = comparisons.beside(comparisons.plan(id, within), draft, scope, within);
        return Versions.ok(beside.plan().version(), comparisons.view(beside));
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER}, on = Reach.BRANCH)
    @PostMapping("/api/plans/{id}/amendments")
    @ResponseStatus(HttpStatus.CREATED)
    Plans.Plan amend(@PathVariable String id, @RequestBody Amendments.Choice choice, Call call, Locale locale) {
        if (choice.draft() == null || choice.scope() == null) {
            throw ProblemException.of(400, "BODY_UNREADABLE");
        }
        amending.amend(id, choice, call, access.within(call.caller(), COMMUNE_STANDING, COMMUNE_LEADER), locale);
        return plans.find(id, call.caller().branch()).orElseThrow(ProblemException::notFound);
    }
}
