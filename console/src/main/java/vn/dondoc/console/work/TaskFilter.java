package vn.dondoc.console.work;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.console.backend.Query;

/** What a list of tasks is narrowed to; every state of it is a plain address. */
public record TaskFilter(
        @Nullable String commune,
        @Nullable String unit,
        @Nullable String plan,
        @Nullable String directive,
        @Nullable List<String> timeClass,
        @Nullable String workState,
        @Nullable String mine,
        @Nullable String extensionAsked,
        @Nullable String returned,
        @Nullable String explanationOwed,
        @Nullable String given,
        @Nullable String stale,
        @Nullable String dueFrom,
        @Nullable String dueTo,
        @Nullable String programme,
        @Nullable String q,
        @Nullable String after) {

    Query query() {
        return Query.none()
                .with("commune", commune)
                .with("unit", unit)
                .with("plan", plan)
                .with("directive", directive)
                .with("timeClass", timeClass)
                .with("workState", workState)
                .with("mine", mine)
                .with("extensionAsked", extensionAsked)
                .with("returned", returned)
                .with("explanationOwed", explanationOwed)
                .with("given", given)
                .with("stale", stale)
                .with("dueFrom", dueFrom)
                .with("dueTo", dueTo)
                .with("programme", programme)
                .with("q", q)
                .with("after", after);
    }

    public boolean has(String code) {
        return timeClass != null && timeClass.contains(code);
    }

    /** Whether more than words narrows the list. */
    public boolean narrowed() {
        var several = timeClass == null ? List.<String>of() : timeClass;
        return Stream.concat(several.stream(), Stream.of(commune, unit, plan, directive, workState, mine, extensionAsked, returned, explanationOwed, given, stale, dueFrom, dueTo, programme))
                .anyMatch(value -> value != null && !value.isBlank());
    }

    /** The address of this page. */
    public String address() {
        return query().address("/tasks");
    }

    /** Where the decisions on tasks of this page are sent, so that it is shown again afterwards. */
    public String acts() {
        return query().address("/tasks/acts");
    }

    /** Where the whole list lies as a workbook. */
    public String workbook() {
        return new TaskFilter(commune, unit, plan, directive, timeClass, workState, mine, extensionAsked, returned, explanationOwed, given, stale, dueFrom, dueTo, programme, q, null).query().address("/api/tasks/export");
    }

    /** Where what was overdue on a past day stands, of the same commune. */
    public String hindsight() {
        return Query.none().with("commune", commune).with("programme", programme).address("/tasks/overdue-on");
    }

    /** The address of the page behind this one. */
    public String next(String cursor) {
        return query().page("/tasks", cursor);
    }
}
