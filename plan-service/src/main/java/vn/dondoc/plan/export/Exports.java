package vn.dondoc.plan.export;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;

/** Makes what is written out of plans and drafts. */
final class Exports {

    private Exports() {}

    /** A draft as it was read and corrected, under the names that its document uses. */
    static Exported of(String communeName, Plans.Content content) {
        var duties = left(content.duties());
        var said = new SaidReports(duties);
        return new Exported(
                communeName, content.document(),
                content.tasks().stream().filter(row -> !row.dropped()).map(row -> new Exported.Task(
                        row.ordinal(), row.title(), names(row.lead()), names(row.coordinating()), row.product(), row.budgetVnd(), row.due(),
                        row.dueText())).toList(),
                content.targets().stream().filter(row -> !row.dropped())
                        .map(row -> new Exported.Target(row.group(), row.name(), row.operator(), row.value(), row.unit())).toList(),
                content.reporting().stream().filter(row -> !row.dropped() && !said.says(row)).map(row -> new Exported.Rule(
                        Objects.requireNonNullElse(row.reporter(), "Các đơn vị"), Objects.requireNonNullElse(row.recipient(), "Ủy ban nhân dân xã"),
                        row.frequency(), row.day(), row.month(), row.strict())).toList(),
                duties, content.recipients(), left(content.measures()), left(content.objectives()));
    }

    /** What became a task or target stands among these; what was dropped stands nowhere. */
    private static List<Plans.Duty> left(List<Plans.Duty> rows) {
        return rows.stream().filter(row -> row.decision() == null || row.isWatched()).toList();
    }

    /**
     * A published plan as its rows are now, under the present names of units.
     *
     * @param document the document it comes from; null where that is not known any more
     */
    static Exported of(Plans.Plan plan, Plans.@Nullable Content document) {
        var summary = plan.summary();
        var read = document == null ? new Plans.Heading("KH", null, null, null, null, null, null) : document.document();
        var watched = watched(plan, "duties");
        var said = new SaidReports(document == null ? List.of() : document.duties().stream()
                .filter(duty -> watched.stream().anyMatch(row -> row.text().equals(duty.text()))).toList());
        var heading = new Plans.Heading(
                read.kind(), summary.number(), summary.issuedOn(), summary.title(), read.issuer(), summary.year(), read.signer());
        return new Exported(
                summary.communeName(), heading,
                plan.tasks().stream().map(task -> new Exported.Task(
                        task.ordinal(), task.title(), task.leadNames(), task.coordinatingNames(), task.product(), task.budgetVnd(), task.due(),
                        null)).toList(),
                plan.targets().stream()
                        .map(target -> new Exported.Target(target.group(), target.name(), target.operator(), target.value(), target.unit())).toList(),
                plan.rules().stream().filter(rule -> document == null || !said.says(rule, document)).map(Exports::rule).toList(),
                watched, document == null ? List.of() : document.recipients(), watched(plan, "measures"),
                watched(plan, "objectives"));
    }

    private static List<Plans.Duty> watched(Plans.Plan plan, String part) {
        return plan.watched().stream().filter(row -> part.equals(Objects.requireNonNullElse(row.part(), "duties")))
                .map(row -> new Plans.Duty(null, row.unit(), List.of(), row.text(), null, null, null, row.heading())).toList();
    }

    /** The last day of the month is written as the day before the 1st of the next one, which is how it is read again. */
    private static Exported.Rule rule(Plans.PlanRule rule) {
        var lastOfMonth = rule.day() == 0;
        return new Exported.Rule(
                Said.names(rule.owedByNames()), rule.owedToName(), rule.frequency(), lastOfMonth ? Integer.valueOf(1) : Integer.valueOf(rule.day()),
                lastOfMonth && rule.month() != null ? Integer.valueOf(rule.month() % 12 + 1) : rule.month(), lastOfMonth);
    }

    private static List<String> names(List<Plans.NamedUnit> units) {
        return units.stream().flatMap(unit -> Stream.of(unit.name())).toList();
    }
}
