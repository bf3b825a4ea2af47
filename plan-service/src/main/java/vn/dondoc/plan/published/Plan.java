package vn.dondoc.plan.published;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.PlanEvent;
import vn.dondoc.contracts.event.PlanState;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.web.Folded;

/** A published plan; {@code units} are all it names, {@code tokens} the folded words it is found by, {@code watched} what is followed without being owed. */
record Plan(
        PlanId id,
        UnitId province,
        UnitId commune,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable Integer year,
        LocalDate publishedOn,
        int tasks,
        int targets,
        int rules,
        List<UnitId> units,
        List<String> tokens,
        List<Plans.WatchedDuty> watched) {

    Plan {
        watched = Lists.orEmpty(watched);
    }

    static Decision<Plan> publish(PlanState state, List<UnitId> units, List<Plans.WatchedDuty> watched) {
        var words = state.title() + " " + (state.number() == null ? "" : state.number());
        var plan = new Plan(
                state.id(), state.province(), state.commune(), state.title(), state.number(), state.issuedOn(), state.year(),
                state.publishedOn(), state.tasks(), state.targets(), state.rules(), units, Folded.tokens(words), watched);
        return Decision.accept(plan, Fact.of(new PlanEvent.PlanPublished(state), state.commune()));
    }
}
