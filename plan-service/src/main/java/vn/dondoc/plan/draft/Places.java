package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.platform.problem.ProblemConfiguration;
import vn.dondoc.reading.Source;

/** Places in a document as people name them: "trang 2, bảng 1, dòng 3". */
@Component
class Places {

    private static final int LONGEST_EXCERPT = 240;

    private final MessageSource messages;

    Places(MessageSource messages) {
        this.messages = messages;
    }

    Plans.@Nullable Source of(@Nullable Source read) {
        if (read == null) {
            return null;
        }
        var excerpt = read.snippet();
        return new Plans.Source(
                place(read), read.from(), read.to(),
                excerpt != null && excerpt.length() > LONGEST_EXCERPT ? excerpt.substring(0, LONGEST_EXCERPT) + "…" : excerpt);
    }

    private String place(Source read) {
        var parts = new ArrayList<String>();
        if (read.page() != null) {
            parts.add(part("place.page", read.page()));
        }
        if (read.table() != null) {
            parts.add(part("place.table", read.table() + 1));
            if (read.row() != null) {
                parts.add(part("place.row", read.row() + 1));
            }
        } else {
            parts.add(part("place.paragraph", read.paragraph() + 1));
        }
        return String.join(", ", List.copyOf(parts));
    }

    private String part(String key, int number) {
        return messages.getMessage(key, new Object[] {Integer.toString(number)}, ProblemConfiguration.VIETNAMESE);
    }
}
