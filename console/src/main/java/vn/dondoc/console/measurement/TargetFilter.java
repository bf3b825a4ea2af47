package vn.dondoc.console.measurement;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.console.backend.Query;

/** What a list of targets is narrowed to; every state of it is a plain address. */
public record TargetFilter(
        @Nullable String commune,
        @Nullable String unit,
        @Nullable String plan,
        @Nullable String standing,
        @Nullable String mine,
        @Nullable String due,
        @Nullable String explanationOwed,
        @Nullable String programme,
        @Nullable String after) {

    Query query() {
        return Query.none()
                .with("commune", commune)
                .with("unit", unit)
                .with("plan", plan)
                .with("standing", standing)
                .with("mine", mine)
                .with("due", due)
                .with("explanationOwed", explanationOwed)
                .with("programme", programme)
                .with("after", after);
    }

    /** Whether more than words narrows the list. */
    public boolean narrowed() {
        return Stream.of(commune, unit, plan, standing, mine, due, explanationOwed, programme).anyMatch(value -> value != null && !value.isBlank());
    }

    /** The address of the page behind this one. */
    public String next(String cursor) {
        return query().page("/targets", cursor);
    }
}
