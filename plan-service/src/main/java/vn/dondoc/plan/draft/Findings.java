package vn.dondoc.plan.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Due;

/** What is doubtful in a content as it is now, found without asking anybody; its sentences are made elsewhere. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    private Findings() {}

    /** @param row null where it is about the document */
    record Finding(String code, @Nullable String row, Plans.@Nullable Source source, Object argument) {}

    static List<Finding> of(Plans.Content content) {
        var found = new Findings();
        found.aboutAll(content);
        found.aboutHeading(content.document());
        content.tasks().stream().filter(row -> !row.dropped()).forEach(row -> found.aboutTask(row, content.document().issuedOn()));
        content.reporting().stream().filter(row -> !row.dropped()).forEach(found::aboutRule);
        return List.copyOf(found.all);
    }

    private void aboutAll(Plans.Content content) {
        count("DUTIES_OPEN", content.duties().stream().filter(duty -> duty.decision() == null));
        count("MEASURES_OPEN", Stream.of(content.measures(), content.objectives()).flatMap(List::stream).filter(row -> row.decision() == null));
        count("TARGETS_OPEN", content.targets().stream().filter(row -> !row.dropped() && Proposals.isOpen(row)));
    }

    private void count(String code, Stream<?> open) {
        var number = open.count();
        add(number > 0, code, null, null, number);
    }

    private void aboutHeading(Plans.Heading heading) {
        var isNamed = heading.kind() != null || heading.title() != null;
        add(isNamed && heading.number() == null, "NUMBER_MISSING", null, null, "");
        add(isNamed && heading.issuedOn() == null, "DATE_INCOMPLETE", null, null, "");
    }

    private void aboutTask(Plans.TaskRow row, @Nullable LocalDate issuedOn) {
        if (!row.confirmed()) {
            add(row.lead().isEmpty(), "TASK_WITHOUT_LEAD", row, row.title());
            add(row.due() == null && row.dueText() == null, "TASK_WITHOUT_DUE", row, row.title());
            add(row.due() == null && row.dueText() != null, "DUE_UNREADABLE", row, String.valueOf(row.dueText()));
            row.lead().forEach(unit -> aboutUnit(row, unit, "LEAD_UNRESOLVED"));
        }
        row.coordinating().forEach(unit -> aboutUnit(row, unit, "COORDINATING_UNRESOLVED"));
        if (issuedOn != null && row.due() instanceof Due.By by) {
            add(by.date().isBefore(issuedOn), "DUE_BEFORE_ISSUE", row, row.title());
        }
        var leading = new HashSet<>(row.lead().stream().map(Findings::identity).toList());
        row.coordinating().stream().filter(unit -> leading.contains(identity(unit)))
                .forEach(unit -> add(true, "LEAD_ALSO_COORDINATES", row, unit.name()));
    }

    private void aboutUnit(Plans.TaskRow row, Plans.NamedUnit unit, String open) {
        add(unit.unit() == null, unit.candidates().isEmpty() ? "UNIT_UNKNOWN" : open, row, unit.name());
    }

    private static String identity(Plans.NamedUnit unit) {
        return unit.unit() == null ? "name " + unit.name().toLowerCase(Locale.ROOT) : "unit " + unit.unit();
    }

    private void aboutRule(Plans.RuleRow row) {
        add(!ReportDays.hasDay(row), "REPORT_DAY_MISSING", row.row(), row.source(), String.valueOf(row.reporter()));
        add(ReportDays.isAsked(row), "REPORT_DAY_OPEN", row.row(), row.source(), String.valueOf(row.day()));
        add(row.owedBy().isEmpty(), "REPORT_OWER_MISSING", row.row(), row.source(), String.valueOf(row.reporter()));
        add(row.owedTo() == null, "REPORT_RECIPIENT_UNKNOWN", row.row(), row.source(), String.valueOf(row.recipient()));
    }

    private void add(boolean applies, String code, Plans.TaskRow row, String argument) {
        add(applies, code, row.row(), row.source(), argument);
    }

    private void add(boolean applies, String code, @Nullable String row, Plans.@Nullable Source source, Object argument) {
        if (applies) {
            all.add(new Finding(code, row, source, argument));
        }
    }
}
