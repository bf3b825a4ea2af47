package vn.dondoc.console.dashboard;

import org.jspecify.annotations.Nullable;
import vn.dondoc.console.backend.Query;

/** What somebody wants to see the movement of: by month or by day, from and to a day. */
public record TrendForm(@Nullable String step, @Nullable String from, @Nullable String to) {

    /** As it is asked for; what is left empty has its usual value. */
    Query query() {
        return Query.none().with("step", step).with("from", from).with("to", to);
    }

    /** Whether a point a day is wanted. */
    public boolean byDay() {
        return "day".equals(step);
    }
}
