package vn.dondoc.plan.amendment;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.plan.draft.DraftAccess;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PlanQuery;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Programmes;
import vn.dondoc.platform.web.Versions;

import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;

/** Names the programme that a published plan carries out. */
@RestController
class ProgrammeController {

    private static final int LONGEST_PROGRAMME = 200;
    private static final int LONGEST_REASON = 2000;

    private final Aggregates<Plan> plans;
    private final ProgrammeProcess process;
    private final DraftAccess access;
    private final PlanQuery query;

    ProgrammeController(Aggregates<Plan> plans, ProgrammeProcess process, DraftAccess access, PlanQuery query) {
        this.plans = plans;
        this.process = process;
        this.access = access;
        this.query = query;
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER}, on = Reach.BRANCH)
    @PutMapping("/api/plans/{id}/programme")
    ResponseEntity<Plans.Plan> name(@PathVariable String id, @RequestBody Amendments.Programme body, Call call) {
        var within = access.within(call.caller(), COMMUNE_STANDING, COMMUNE_LEADER);
        var plan = plans.find(id, within).orElseThrow(ProblemException::notFound).state();
        var named = named(body.programme());
        var reason = reason(body.reason());
        var act = call.act(body, Set.of(), plan.commune());
        plans.change(id, act, call.expectedVersion(), new Criteria[] {within}, before -> before.carryingOut(named, reason, act.at())).orProblem();
        var done = plans.change(id, new Act(act.actor(), act.at(), act.correlation(), null, null), process::carriedOut).orProblem();
        return Versions.ok(done.version(), query.find(id, call.caller().branch()).orElseThrow(ProblemException::notFound));
    }

    private static @Nullable String named(@Nullable String programme) {
        if (programme == null || programme.isBlank()) {
            return null;
        }
        var named = programme.strip();
        if (named.length() > LONGEST_PROGRAMME || Programmes.key(named) == null) {
            throw ProblemException.of(422, "PROGRAMME_BROKEN");
        }
        return named;
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw ProblemException.of(422, "PROGRAMME_REASON", LONGEST_REASON);
        }
        return reason.strip();
    }
}
