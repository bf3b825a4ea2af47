package vn.dondoc.reporting.obligation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.ReportEvent;
import vn.dondoc.platform.history.Aggregates;

/** Why a report was returned, as the one text beside the history: the plain reason, or with it what is said of single sections. */
public final class ReturnText {

    private static final String RETURNED = EventTypes.nameOf(ReportEvent.ReportReturned.class);
    private static final String WITH_COMMENTS = "{\"reason\":";

    private ReturnText() {}

    public static @Nullable String write(@Nullable String reason, List<Reports.Comment> comments) {
        return reason == null || comments.isEmpty() ? reason : EventJson.mapper().writeValueAsString(new Reports.Decision(reason, comments));
    }

    /** The reason alone of an entry. */
    public static @Nullable String reason(Aggregates.Told told) {
        return isOne(told) ? read(told).reason() : told.text();
    }

    /** What was said of sections when it was returned last; nothing once it was sent again. */
    public static List<Reports.Comment> newest(List<Aggregates.Told> history) {
        for (var told : history.reversed()) {
            if (AnswerText.isAnswer(told)) {
                return List.of();
            } else if (isOne(told)) {
                var comments = read(told).comments();
                return comments == null ? List.of() : comments;
            }
        }
        return List.of();
    }

    private static boolean isOne(Aggregates.Told told) {
        return told.entry().type().equals(RETURNED) && told.text() != null;
    }

    private static Reports.Decision read(Aggregates.Told told) {
        var text = told.text();
        return text != null && text.startsWith(WITH_COMMENTS) ? EventJson.mapper().readValue(text, Reports.Decision.class) : new Reports.Decision(text);
    }
}
