package vn.dondoc.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of the bodies and events: one that was left out is an empty one, and none can be changed afterwards. */
public final class Lists {

    private Lists() {}

    /** An unmodifiable copy, empty for null; an element that is null is refused. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
