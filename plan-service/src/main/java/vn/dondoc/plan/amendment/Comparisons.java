package vn.dondoc.plan.amendment;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PlanViews;
import vn.dondoc.plan.published.PublishedPlans;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;

/** Plans beside drafts, within the bounds of who asks. */
@Component
class Comparisons {

    private final Aggregates<Plan> plans;
    private final Aggregates<Draft> drafts;
    private final PublishedPlans published;
    private final PlanViews views;

    Comparisons(Aggregates<Plan> plans, Aggregates<Draft> drafts, PublishedPlans published, PlanViews views) {
        this.plans = plans;
        this.drafts = drafts;
        this.published = published;
        this.views = views;
    }

    /** A plan and a draft of one commune, and how they differ. */
    record Beside(Versioned<Plan> plan, Versioned<Draft> draft, Compared compared) {}

    Versioned<Plan> plan(String id, Criteria within) {
        return plans.find(id, within).orElseThrow(ProblemException::notFound);
    }

    Beside beside(Versioned<Plan> plan, String draftId, String scope, Criteria within) {
        var draft = (Ids.plausible(draftId) ? drafts.find(draftId, within) : java.util.Optional.<Versioned<Draft>>empty())
                .filter(found -> found.state().commune().equals(plan.state().commune()))
                .orElseThrow(ProblemException::notFound);
        var chosen = Coded.of(Scope.class, scope).orElseThrow(() -> ProblemException.of(400, "SCOPE_UNKNOWN"));
        var rows = published.rows(plan.state().id());
        return new Beside(plan, draft, Compared.of(chosen, plan.state().state(), rows, draft.state().content()));
    }

    Amendments.Comparison view(Beside beside) {
        var draft = beside.draft();
        var compared = beside.compared();
        return new Amendments.Comparison(
                views.summary(beside.plan().state()), beside.plan().version(), draft.state().id(), draft.version(), draft.state().fileName(),
                compared.scope().code(), draft.state().content().document(), compared.heading(),
                compared.tasks().stream().map(one -> new Amendments.TaskPair(
                        one.key(), one.kind().code(), one.fields(), one.before() == null ? null : views.task(one.before()), one.after())).toList(),
                compared.targets().stream().map(one -> new Amendments.TargetPair(
                        one.key(), one.kind().code(), one.fields(), one.before() == null ? null : views.target(one.before()), one.after())).toList(),
                compared.rules().stream().map(one -> new Amendments.RulePair(
                        one.key(), one.kind().code(), one.fields(), one.before() == null ? null : views.rule(one.before()), one.after())).toList());
    }
}
