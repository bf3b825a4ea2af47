package vn.dondoc.plan.publication;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.plan.draft.Draft;
import vn.dondoc.plan.published.PublishedPlans;
import vn.dondoc.platform.history.Decision;

/** Carries out what a draft has begun: stores the parts that are missing, and only then lets the draft say it is published. */
@Component
class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final PlanMapping mapping;
    private final PublishedPlans plans;

    Publishing(PlanMapping mapping, PublishedPlans plans) {
        this.mapping = mapping;
        this.plans = plans;
    }

    /** Stores all parts; repeating it adds nothing. */
    Decision<Draft> carriedOut(Draft draft) {
        var publication = draft.publication();
        if (publication != null) {
            plans.store(mapping.parts(draft, publication), publication.act());
        }
        return draft.published();
    }

    /** The same for the sweep: one that fails is left for the next round and holds up no other. */
    Decision<Draft> goneOnWith(Draft draft) {
        try {
            LOG.info("Going on with the publication of draft {}", draft.id());
            return carriedOut(draft);
        } catch (RuntimeException failed) {
            LOG.warn("The publication of draft {} failed and is tried again", draft.id(), failed);
            return Decision.unchanged();
        }
    }
}
