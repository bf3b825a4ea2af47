package vn.dondoc.plan.draft;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.reading.ReadingMessages;
import vn.dondoc.reading.Warning;

/** What to look at before publishing: the reader's doubts about the document, and those about rows as they are now. */
@Component
class DraftWarnings {

    /** Said anew of the rows and the heading as they are after each correction. */
    private static final Set<String> RECOMPUTED = Set.of(
            "NUMBER_MISSING", "DATE_INCOMPLETE", "TASK_WITHOUT_LEAD", "TASK_WITHOUT_DUE", "DUE_UNREADABLE", "DUE_BEFORE_ISSUE",
            "UNIT_UNKNOWN", "LEAD_ALSO_COORDINATES");

    private static final String COUNT_MISMATCH = "DECLARED_COUNT_MISMATCH";
    /** As the reader has it among the arguments. */
    private static final String OF_TARGETS = "chỉ tiêu";

    private final MessageSource messages;

    DraftWarnings(MessageSource messages) {
        this.messages = messages;
    }

    static boolean isKept(String readerCode) {
        return !RECOMPUTED.contains(readerCode);
    }

    List<Plans.Warning> of(Draft draft, Locale locale) {
        var content = draft.content();
        return Stream.concat(
                        draft.doubts().stream().map(doubt -> new Plans.Warning(doubt.code(), sentence(doubt, content, locale), null, doubt.source())),
                        Findings.of(content).stream().map(found -> new Plans.Warning(
                                found.code(), sentence(found.code(), locale, found.argument()), found.row(), found.source())))
                .toList();
    }

    /** A count that the groups do not add up to is told with what the draft holds now: that may be the right one. */
    private String sentence(Doubt doubt, Plans.Content content, Locale locale) {
        var arguments = doubt.arguments();
        if (doubt.code().equals(COUNT_MISMATCH) && arguments.size() > 3 && arguments.getLast().equals("groups")) {
            var rows = arguments.getFirst().equals(OF_TARGETS)
                    ? content.targets().stream().filter(row -> !row.dropped()).count()
                    : content.tasks().stream().filter(row -> !row.dropped()).count();
            return sentence(COUNT_MISMATCH + ".groups", locale, arguments.get(0), arguments.get(1), arguments.get(2), Long.toString(rows));
        }
        return ReadingMessages.of(new Warning(doubt.code(), arguments, null), locale);
    }

    private String sentence(String code, Locale locale, Object... arguments) {
        return messages.getMessage("warning." + code, arguments, locale);
    }
}
