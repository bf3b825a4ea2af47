package vn.dondoc.plan.amendment;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.published.PublishedPlans;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;

/** Gives the rows of a plan the programme that it names now, and only then lets the plan say so. */
@Component
class ProgrammeProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeProcess.class);

    private final PublishedPlans plans;
    private final DomainClock clock;

    ProgrammeProcess(PublishedPlans plans, DomainClock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** Repeating it adds nothing. */
    Decision<Plan> carriedOut(Plan plan) {
        if (plan.isFollowed()) {
            return Decision.unchanged();
        }
        var rows = plans.rows(plan.id());
        var tasks = rows.tasks().stream().map((PlannedTask row) -> row.within(plan.programme())).toList();
        var rules = rows.rules().stream().map((ReportingRule row) -> row.within(plan.programme())).toList();
        plans.amend(tasks, List.of(), rules, Act.bySystem("plan-programmes", clock.instant()));
        return plan.followed(tasks.size() + rules.size());
    }

    /** The same for the sweep: one that fails is left for the next round and holds up no other. */
    Decision<Plan> goneOnWith(Plan plan) {
        try {
            return carriedOut(plan);
        } catch (RuntimeException failed) {
            LOG.warn("The rows of plan {} do not follow its programme yet, which is tried again", plan.id(), failed);
            return Decision.unchanged();
        }
    }
}
