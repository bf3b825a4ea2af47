package vn.dondoc.plan.proceeding;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.Origin;
import vn.dondoc.plan.directive.PointDirectives;
import vn.dondoc.platform.history.Decision;

/** Gives the directives that points were to become; repeating it adds nothing. */
@Component
class Giving {

    private static final Logger LOG = LoggerFactory.getLogger(Giving.class);

    private final PointDirectives directives;

    Giving(PointDirectives directives) {
        this.directives = directives;
    }

    Decision<Proceeding> carriedOut(Proceeding proceeding) {
        var begun = proceeding.begun();
        if (begun == null) {
            return Decision.unchanged();
        }
        var giver = new PointDirectives.Giver(proceeding.province(), proceeding.commune(), proceeding.owner(), proceeding.decider());
        proceeding.points().stream().filter(point -> point.directive() != null).forEach(point -> directives.give(
                Objects.requireNonNull(point.directive()), giver,
                new PointDirectives.Matter(point.text(), point.units(), point.due(), point.product(),
                        new Origin(proceeding.kind(), proceeding.id(), point.id(), proceeding.number())), begun.act()));
        return proceeding.finish();
    }

    /** The same for the sweep: one that fails is left for the next round and holds up no other. */
    Decision<Proceeding> goneOnWith(Proceeding proceeding) {
        try {
            return carriedOut(proceeding);
        } catch (RuntimeException failed) {
            LOG.warn("The points of proceeding {} could not all be given and are tried again", proceeding.id(), failed);
            return Decision.unchanged();
        }
    }
}
