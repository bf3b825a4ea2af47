package vn.dondoc.plan.draft;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.web.Programmes;

/** What every content must keep to, ready or not. */
final class ContentRules {

    static final Set<String> OPERATORS = Set.of(">=", "<=", "=");
    private static final Set<String> DECISIONS = Set.of(Duties.TASK, Duties.TARGET, Duties.WATCHED, Duties.DROPPED);
    /** A draft is one document of the database and stays far below its limit; the longest plans have some 500 rows. */
    static final int MOST_ROWS = 2000;
    private static final int LONGEST = 4000;
    private static final int LONGEST_DUTY = 20_000;
    private static final int LONGEST_PROGRAMME = 200;

    private final Predicate<UnitId> known;
    private final BrokenRules broken;

    /** @param known the units of the commune */
    ContentRules(Predicate<UnitId> known, BrokenRules broken) {
        this.known = known;
        this.broken = broken;
    }

    /** Whether a document holds nothing of a plan: a draft of it would be empty. */
    static boolean areNone(Plans.Content content) {
        return content.tasks().isEmpty() && content.targets().isEmpty() && content.reporting().isEmpty()
                && DutyPart.all(content).findAny().isEmpty();
    }

    static boolean areFew(Plans.Content content) {
        return Stream.of(content.tasks(), content.targets(), content.reporting(), content.duties(), content.recipients(), content.measures(), content.objectives())
                .allMatch(rows -> rows.size() <= MOST_ROWS);
    }

    void check(Plans.Content content) {
        var programme = content.document().programme();
        broken.require(
                programme == null || programme.length() <= LONGEST_PROGRAMME && Programmes.key(programme) != null, "document.programme", "PROGRAMME_BROKEN");
        if (few("tasks", content.tasks()) & few("targets", content.targets()) & few("reporting", content.reporting())
                & few("duties", content.duties()) & few("recipients", content.recipients())
                & few("measures", content.measures()) & few("objectives", content.objectives())) {
            content.tasks().stream().filter(row -> !row.dropped()).forEach(this::check);
            content.targets().stream().filter(row -> !row.dropped()).forEach(this::check);
            content.reporting().stream().filter(row -> !row.dropped()).forEach(this::check);
            DutyPart.all(content).forEach(this::check);
        }
    }

    private boolean few(String field, List<?> rows) {
        return broken.require(rows.size() <= MOST_ROWS, field, "TOO_MANY", MOST_ROWS);
    }

    private void check(Plans.TaskRow row) {
        text(row.row(), row.title());
        text(row.row(), row.product());
        text(row.row(), row.ordinal());
        text(row.row(), row.dueText());
        broken.require(row.budgetVnd() == null || row.budgetVnd() >= 0, row.row(), "BUDGET_NEGATIVE");
        row.lead().forEach(unit -> check(row.row(), unit));
        row.coordinating().forEach(unit -> check(row.row(), unit));
    }

    private void check(String row, Plans.NamedUnit unit) {
        broken.require(!unit.name().isEmpty(), row, "NAME_MISSING");
        text(row, unit.name());
        if (unit.unit() != null) {
            unit(row, unit.unit());
        }
    }

    private void check(Plans.Duty duty) {
        var row = duty.row() == null ? "duties" : duty.row();
        broken.require(duty.unit() != null && duty.text() != null && duty.text().length() <= LONGEST_DUTY, row, "TEXT_TOO_LONG");
        broken.require(duty.decision() == null || DECISIONS.contains(duty.decision()), row, "DECISION_UNKNOWN", String.valueOf(duty.decision()));
        duty.lead().forEach(unit -> check(row, unit));
    }

    private void check(Plans.TargetRow row) {
        text(row.row(), row.name());
        text(row.row(), row.group());
        text(row.row(), row.unit());
        broken.require(OPERATORS.contains(row.operator()), row.row(), "TARGET_INVALID");
        text(row.row(), row.dataSource());
        var owner = row.owner();
        if (owner != null) {
            check(row.row(), owner);
        }
    }

    private void check(Plans.RuleRow row) {
        broken.require(row.frequency() != null, row.row(), "REPORT_RHYTHM_MISSING");
        broken.require(row.day() == null || (row.day() >= 1 && row.day() <= 31), row.row(), "REPORT_DAY_BROKEN");
        broken.require(row.month() == null || (row.month() >= 1 && row.month() <= 12), row.row(), "REPORT_DAY_BROKEN");
        text(row.row(), row.reporter());
        text(row.row(), row.recipient());
        row.owedBy().forEach(unit -> unit(row.row(), unit));
        if (row.owedTo() != null) {
            unit(row.row(), row.owedTo());
        }
    }

    private void unit(String row, UnitId unit) {
        broken.require(known.test(unit), row, "UNIT_UNKNOWN", unit.value());
    }

    private void text(String row, @Nullable String text) {
        broken.require(text == null || text.length() <= LONGEST, row, "TEXT_TOO_LONG");
    }
}
