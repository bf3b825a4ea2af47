package vn.dondoc.plan.directive;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.plan.published.PublishedPlans;
import vn.dondoc.platform.history.Decision;

/** Tells the parts of a directive that are not told yet, and takes back those that were taken back. */
@Component
class Issuing {

    private static final Logger LOG = LoggerFactory.getLogger(Issuing.class);

    private final PublishedPlans published;

    Issuing(PublishedPlans published) {
        this.published = published;
    }

    /** Repeating it adds nothing. */
    Decision<Directive> carriedOut(Directive directive) {
        var begun = directive.begun();
        if (begun == null) {
            return Decision.unchanged();
        }
        var tasks = directive.tasks();
        published.add(tasks, begun.act());
        published.amend(tasks.stream().filter(task -> task.withdrawnOn() != null).toList(), List.of(), List.of(), begun.act());
        return directive.finish();
    }

    /** The same for the sweep: one that fails is left for the next round and holds up no other. */
    Decision<Directive> goneOnWith(Directive directive) {
        try {
            return carriedOut(directive);
        } catch (RuntimeException failed) {
            LOG.warn("Directive {} could not be told whole and is tried again", directive.id(), failed);
            return Decision.unchanged();
        }
    }
}
