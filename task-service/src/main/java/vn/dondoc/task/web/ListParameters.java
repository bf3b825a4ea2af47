package vn.dondoc.task.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.DirectiveId;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.task.worklist.TaskFilter;

/** What a list of tasks is asked for with, as it stands in the address; a page and a workbook of it take the same. */
record ListParameters(
        @Nullable String unit,
        @Nullable String plan,
        @Nullable String commune,
        @Nullable String directive,
        @Nullable List<String> timeClass,
        @Nullable List<String> workState,
        @Nullable String mine,
        @Nullable String extensionAsked,
        @Nullable String returned,
        @Nullable String explanationOwed,
        @Nullable String given,
        @Nullable String stale,
        @Nullable String dueFrom,
        @Nullable String dueTo,
        @Nullable String programme,
        @Nullable String q) {

    /** @throws vn.dondoc.platform.problem.ProblemException 400 for what cannot be read */
    TaskFilter read(FilterReading reading) {
        var filter = new TaskFilter(
                reading.id("unit", unit, UnitId::new),
                reading.id("plan", plan, PlanId::new),
                reading.id("commune", commune, UnitId::new),
                reading.id("directive", directive, DirectiveId::new),
                reading.codes("timeClass", Lists.orEmpty(timeClass), TimeClass.class),
                reading.codes("workState", Lists.orEmpty(workState), WorkState.class),
                reading.flag("mine", mine),
                reading.flag("extensionAsked", extensionAsked),
                reading.flag("returned", returned),
                reading.flag("explanationOwed", explanationOwed),
                reading.flag("given", given),
                reading.flag("stale", stale),
                reading.day("dueFrom", dueFrom),
                reading.day("dueTo", dueTo),
                programme == null || programme.isBlank() ? null : programme,
                q);
        reading.finish();
        return filter;
    }
}
