package vn.dondoc.console.report;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.console.backend.Query;

/** What a list of reports is narrowed to; every state of it is a plain address. */
public record ReportFilter(
        @Nullable String commune,
        @Nullable String unit,
        @Nullable String plan,
        @Nullable String status,
        @Nullable String period,
        @Nullable String mine,
        @Nullable String explanationOwed,
        @Nullable String programme,
        @Nullable String after) {

    Query query() {
        return Query.none()
                .with("commune", commune)
                .with("unit", unit)
                .with("plan", plan)
                .with("status", status)
                .with("period", period)
                .with("mine", mine)
                .with("explanationOwed", explanationOwed)
                .with("programme", programme)
                .with("after", after);
    }

    /** Whether more than words narrows the list. */
    public boolean narrowed() {
        return Stream.of(commune, unit, plan, status, period, mine, explanationOwed, programme).anyMatch(value -> value != null && !value.isBlank());
    }

    /** The address of the page behind this one. */
    public String next(String cursor) {
        return query().page("/reports", cursor);
    }
}
