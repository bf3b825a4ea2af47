package vn.dondoc.console.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.console.backend.Query;

/** What a list of tasks is narrowed to; every state of it is a plain address. */
public record TaskFilter(
        @Nullable String commune,
        @Nullable String unit,
        @Nullable String plan,
        @Nullable List<String> timeClass,
        @Nullable String workState,
        @Nullable String mine,
        @Nullable String q,
        @Nullable String after) {

    Query query() {
        return Query.none()
                .with("commune", commune)
                .with("unit", unit)
                .with("plan", plan)
                .with("timeClass", timeClass)
                .with("workState", workState)
                .with("mine", mine)
                .with("q", q)
                .with("after", after);
    }

    public boolean has(String code) {
        return timeClass != null && timeClass.contains(code);
    }

    /** The address of the page behind this one. */
    public String next(String cursor) {
        return query().page("/tasks", cursor);
    }
}
