package vn.dondoc.plan.amendment;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.plan.draft.Doubt;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.draft.DraftAccess;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PlanQuery;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Branch;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Versions;

import static vn.dondoc.contracts.event.Role.COMMUNE_ADMINISTRATOR;
import static vn.dondoc.contracts.event.Role.COMMUNE_LEADER;
import static vn.dondoc.contracts.event.Role.COMMUNE_STANDING;
import static vn.dondoc.contracts.event.Role.PROVINCE_ADMINISTRATOR;

/** What drafts and plans belong to. */
@RestController
class RelationController {

    private static final String ANNEX_MISSING = "ANNEX_MISSING";

    private final Aggregates<Draft> drafts;
    private final Aggregates<Plan> plans;
    private final Recognition recognition;
    private final DraftAccess access;
    private final PlanQuery query;

    RelationController(
            Aggregates<Draft> drafts, Aggregates<Plan> plans, Recognition recognition, DraftAccess access, PlanQuery query) {
        this.drafts = drafts;
        this.plans = plans;
        this.recognition = recognition;
        this.access = access;
        this.query = query;
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, PROVINCE_ADMINISTRATOR}, on = Reach.BRANCH)
    @GetMapping("/api/plans/drafts/{id}/relations")
    Amendments.DraftRelations ofDraft(@PathVariable String id, Caller caller) {
        var within = access.within(caller, COMMUNE_STANDING, COMMUNE_ADMINISTRATOR, COMMUNE_LEADER, PROVINCE_ADMINISTRATOR);
        var draft = drafts.find(id, within).orElseThrow(ProblemException::notFound).state();
        return new Amendments.DraftRelations(
                draft.id(), recognition.of(draft, caller.branch().within("units")),
                draft.annexes().stream().map(one -> new Amendments.Annex(one.fileName(), one.sha256(), one.tasks(), one.targets())).toList(),
                draft.doubts().stream().filter(doubt -> doubt.code().equals(ANNEX_MISSING)).map(RelationController::nameOf).toList(),
                parentOf(draft, caller.branch()));
    }

    private Plans.@Nullable PlanSummary parentOf(Draft draft, Branch branch) {
        var parent = draft.content().document().parent();
        return parent == null ? null : seen(parent, branch);
    }

    private static String nameOf(Doubt doubt) {
        return doubt.arguments().isEmpty() ? "" : doubt.arguments().getFirst();
    }

    @Allowed(on = Reach.BRANCH)
    @GetMapping("/api/plans/{id}/relations")
    ResponseEntity<Amendments.PlanRelations> ofPlan(@PathVariable String id, Caller caller) {
        var plan = plans.find(id, caller.branch().within("units")).orElseThrow(ProblemException::notFound);
        return Versions.ok(plan.version(), view(plan, caller.branch()));
    }

    @Allowed(value = {COMMUNE_STANDING, COMMUNE_LEADER}, on = Reach.BRANCH)
    @PutMapping("/api/plans/{id}/parent")
    ResponseEntity<Amendments.PlanRelations> place(@PathVariable String id, @RequestBody Amendments.Parent body, Call call) {
        var within = access.within(call.caller(), COMMUNE_STANDING, COMMUNE_LEADER);
        var plan = plans.find(id, within).orElseThrow(ProblemException::notFound).state();
        var branch = call.caller().branch();
        var parent = body.plan();
        if (parent != null && seen(parent, branch) == null) {
            throw ProblemException.notFound();
        }
        if (parent != null && query.isBelow(parent, plan.id())) {
            throw ProblemException.of(422, "PARENT_IMPOSSIBLE");
        }
        var act = call.act(body, Set.of(), plan.commune());
        var placed = plans.change(id, act, call.expectedVersion(), new Criteria[] {within}, before -> before.below(parent)).orProblem();
        return Versions.ok(placed.version(), view(placed, branch));
    }

    private Amendments.PlanRelations view(Versioned<Plan> plan, Branch branch) {
        var lineage = plan.state().lineage();
        var parent = lineage == null || lineage.parent() == null ? null : seen(lineage.parent(), branch);
        var within = branch.within("units");
        return new Amendments.PlanRelations(
                plan.state().id(), plan.version(), parent, recognition.above(plan.state(), within).stream()
                        .filter(other -> parent == null || !other.id().equals(parent.id())).toList(),
                plan.state().amendments().running() != null, plan.state().amendments().done());
    }

    /** Null where the caller does not see it. */
    private Plans.@Nullable PlanSummary seen(PlanId id, Branch branch) {
        return query.summary(id, branch).orElse(null);
    }
}
