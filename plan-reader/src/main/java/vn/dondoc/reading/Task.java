package vn.dondoc.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of work with who leads it, who takes part and until when; the budget is in dong. */
public record Task(
        @Nullable String ordinal,
        String title,
        List<String> lead,
        List<String> coordinating,
        @Nullable String product,
        @Nullable Long budgetVnd,
        @Nullable Due due,
        @Nullable String group,
        @Nullable String dueText,
        Source source,
        double confidence,
        String reason) {
}
