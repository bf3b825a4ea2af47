package vn.dondoc.plan.amendment;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PublishedPlans;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;

/** Carries out the amendment that a plan has begun: closes the draft, stores each row, and only then lets the plan say it is amended. */
@Component
class AmendmentProcess {

    private static final Logger LOG = LoggerFactory.getLogger(AmendmentProcess.class);

    private final Aggregates<Amendment> amendments;
    private final Aggregates<Draft> drafts;
    private final PublishedPlans plans;

    AmendmentProcess(Aggregates<Amendment> amendments, Aggregates<Draft> drafts, PublishedPlans plans) {
        this.amendments = amendments;
        this.drafts = drafts;
        this.plans = plans;
    }

    /** Repeating it adds nothing. */
    Decision<Plan> carriedOut(Plan plan) {
        var running = plan.amendments().running();
        if (running == null) {
            return Decision.unchanged();
        }
        var amendment = amendments.find(running).orElseThrow(() -> new IllegalStateException("No amendment " + running)).state();
        var begun = amendment.begun();
        var act = begun.act();
        drafts.change(amendment.draft().value(), act, draft -> draft.amended(plan.id(), act, begun.day())).orProblem();
        plans.amend(amendment.tasks(), amendment.targets(), amendment.rules(), act);
        var rows = plans.rows(plan.id());
        return plan.finish(
                new PlanEvent.PlanAmended(
                        counted(amendment.after(), rows), amendment.basis(), amendment.added(), amendment.changed(), amendment.withdrawn()),
                rows.units(), amendment.source(), begun.day(), amendment.watched());
    }

    /** Rows of a closed plan may have come into it meanwhile. */
    private static PlanState counted(PlanState after, PublishedPlans.Rows rows) {
        return after.having(rows.tasks().size(), after.targets(), after.rules());
    }

    /** The same for the sweep: one that fails is left for the next round and holds up no other. */
    Decision<Plan> goneOnWith(Plan plan) {
        try {
            LOG.info("Going on with amendment {} of plan {}", Objects.toString(plan.amendments().running()), plan.id());
            return carriedOut(plan);
        } catch (RuntimeException failed) {
            LOG.warn("An amendment of plan {} failed and is tried again", plan.id(), failed);
            return Decision.unchanged();
        }
    }
}
