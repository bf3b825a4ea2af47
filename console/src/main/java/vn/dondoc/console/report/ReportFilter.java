package vn.dondoc.console.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.console.backend.Query;

/** What a list of reports is narrowed to; every state of it is a plain address. */
public record ReportFilter(
        @Nullable String commune,
        @Nullable String unit,
        @Nullable String plan,
        @Nullable List<String> status,
        @Nullable String period,
        @Nullable String mine,
        @Nullable String after) {

    Query query() {
        return Query.none()
                .with("commune", commune)
                .with("unit", unit)
                .with("plan", plan)
                .with("status", status)
                .with("period", period)
                .with("mine", mine)
                .with("after", after);
    }

    public boolean has(String code) {
        return status != null && status.contains(code);
    }

    /** Whether more than words narrows the list. */
    public boolean narrowed() {
        var several = status == null ? List.<String>of() : status;
        return Stream.concat(several.stream(), Stream.of(commune, unit, plan, period, mine)).anyMatch(value -> value != null && !value.isBlank());
    }

    /** The address of the page behind this one. */
    public String next(String cursor) {
        return query().page("/reports", cursor);
    }
}
