package vn.dondoc.plan.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;
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
        var all = new ArrayList<Plans.Warning>();
        for (var doubt : draft.doubts()) {
            all.add(new Plans.Warning(doubt.code(), sentence(doubt, draft.content(), locale), null, doubt.source()));
        }
        var content = draft.content();
        var duties = content.duties().stream().filter(duty -> duty.decision() == null).count();
        add(all, duties > 0, "DUTIES_OPEN", locale, duties);
        var targets = content.targets().stream().filter(row -> !row.dropped() && Proposals.isOpen(row)).count();
        add(all, targets > 0, "TARGETS_OPEN", locale, targets);
        var heading = content.document();
        if (heading.kind() != null || heading.title() != null) {
            add(all, heading.number() == null, "NUMBER_MISSING", locale);
            add(all, heading.issuedOn() == null, "DATE_INCOMPLETE", locale);
        }
        content.tasks().stream().filter(row -> !row.dropped()).forEach(row -> aboutTask(row, heading.issuedOn(), new Of(row.row(), row.source(), locale, all)));
        content.reporting().stream().filter(row -> !row.dropped()).forEach(row -> aboutRule(row, new Of(row.row(), row.source(), locale, all)));
        return List.copyOf(all);
    }

    private void add(List<Plans.Warning> all, boolean applies, String code, Locale locale, Object... arguments) {
        if (applies) {
            all.add(new Plans.Warning(code, sentence(code, locale, arguments), null, null));
        }
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

    private static void aboutTask(Plans.TaskRow row, @Nullable LocalDate issuedOn, Of of) {
        if (!row.confirmed()) {
            of.warn(row.lead().isEmpty(), "TASK_WITHOUT_LEAD", row.title());
            of.warn(row.due() == null && row.dueText() == null, "TASK_WITHOUT_DUE", row.title());
            of.warn(row.due() == null && row.dueText() != null, "DUE_UNREADABLE", String.valueOf(row.dueText()));
            row.lead().forEach(unit -> aboutUnit(unit, "LEAD_UNRESOLVED", of));
        }
        row.coordinating().forEach(unit -> aboutUnit(unit, "COORDINATING_UNRESOLVED", of));
        if (issuedOn != null && row.due() instanceof Due.By by) {
            of.warn(by.date().isBefore(issuedOn), "DUE_BEFORE_ISSUE", row.title());
        }
        var leading = new HashSet<>(row.lead().stream().map(DraftWarnings::identity).toList());
        row.coordinating().stream().filter(unit -> leading.contains(identity(unit)))
                .forEach(unit -> of.warn(true, "LEAD_ALSO_COORDINATES", unit.name()));
    }

    private static void aboutUnit(Plans.NamedUnit unit, String open, Of of) {
        if (unit.unit() == null) {
            of.warn(true, unit.candidates().isEmpty() ? "UNIT_UNKNOWN" : open, unit.name());
        }
    }

    private static String identity(Plans.NamedUnit unit) {
        return unit.unit() == null ? "name " + unit.name().toLowerCase(Locale.ROOT) : "unit " + unit.unit();
    }

    private static void aboutRule(Plans.RuleRow row, Of of) {
        of.warn(!ReportDays.hasDay(row), "REPORT_DAY_MISSING", String.valueOf(row.reporter()));
        of.warn(ReportDays.isAsked(row), "REPORT_DAY_OPEN", String.valueOf(row.day()));
        of.warn(row.owedBy().isEmpty(), "REPORT_OWER_MISSING", String.valueOf(row.reporter()));
        of.warn(row.owedTo() == null, "REPORT_RECIPIENT_UNKNOWN", String.valueOf(row.recipient()));
    }

    private String sentence(String code, Locale locale, Object... arguments) {
        return messages.getMessage("warning." + code, arguments, locale);
    }

    /** Collects the warnings of one row. */
    private final class Of {

        private final String row;
        private final Plans.@Nullable Source source;
        private final Locale locale;
        private final List<Plans.Warning> all;

        Of(String row, Plans.@Nullable Source source, Locale locale, List<Plans.Warning> all) {
            this.row = row;
            this.source = source;
            this.locale = locale;
            this.all = all;
        }

        void warn(boolean applies, String code, String argument) {
            if (applies) {
                all.add(new Plans.Warning(code, sentence(code, locale, argument), row, source));
            }
        }
    }
}
