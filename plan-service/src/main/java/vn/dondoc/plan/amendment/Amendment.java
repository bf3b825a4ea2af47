package vn.dondoc.plan.amendment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.event.PlannedTarget;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * What was accepted, down to the last row, so that carrying it out comes out the same however often it is tried. It does nothing until
 * its plan says that it is being carried out.
 *
 * @param source the draft, where it is the plan's document from now on; null else
 * @param after the plan as it will be
 * @param tasks each changed row in its new state, those given up too; targets and rules likewise
 * @param begun who did it and when
 * @param watched what is followed without being owed from then on; null where that stays as it is
 */
record Amendment(
        String id,
        UnitId province,
        UnitId commune,
        DraftId draft,
        @Nullable DraftId source,
        Basis basis,
        PlanState after,
        int added,
        int changed,
        int withdrawn,
        List<PlannedTask> tasks,
        List<PlannedTarget> targets,
        List<ReportingRule> rules,
        Publication begun,
        @Nullable List<Plans.WatchedDuty> watched) {

    Amendment {
        tasks = Lists.orEmpty(tasks);
        targets = Lists.orEmpty(targets);
        rules = Lists.orEmpty(rules);
    }

    Decision<Amendment> prepared() {
        return Decision.accept(this, Fact.internal("AmendmentPrepared", commune, Map.of("plan", after.id().value(), "draft", draft.value())));
    }
}
