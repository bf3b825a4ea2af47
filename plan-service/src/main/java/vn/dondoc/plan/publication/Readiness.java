package vn.dondoc.plan.publication;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.draft.ReportDays;
import vn.dondoc.plan.rules.BrokenRules;

/**
 * Nothing is published with an open lead, an unreadable deadline or a report without a day, unless the reviewer drops the row or
 * confirms the task as it stands; nor with a duty that nobody decided, or a target without owner, source and rhythm.
 */
public final class Readiness {

    private static final Set<String> OPERATORS = Set.of(">=", "<=", "=");

    private final Predicate<UnitId> known;

    /** @param known the active units of the commune */
    public Readiness(Predicate<UnitId> known) {
        this.known = known;
    }

    /** All that is in the way, row by row. */
    public BrokenRules check(Plans.Content content) {
        var broken = new BrokenRules();
        var title = content.document().title();
        broken.require(title != null && !title.isBlank(), "document.title", "TITLE_MISSING");
        content.tasks().stream().filter(row -> !row.dropped()).forEach(row -> check(row, broken));
        content.targets().stream().filter(row -> !row.dropped()).forEach(row -> check(row, broken));
        content.reporting().stream().filter(row -> !row.dropped()).forEach(row -> check(row, broken));
        content.duties().forEach(duty -> broken.require(duty.decision() != null, Objects.requireNonNullElse(duty.row(), "duties"), "DUTY_OPEN"));
        return broken;
    }

    private void check(Plans.TaskRow row, BrokenRules broken) {
        broken.require(!row.title().isBlank(), row.row(), "TITLE_MISSING");
        if (!row.confirmed()) {
            var resolved = !row.lead().isEmpty() && row.lead().stream().allMatch(unit -> unit.unit() != null);
            broken.require(resolved, row.row(), "LEAD_UNRESOLVED");
            broken.require(row.due() != null || row.dueText() == null, row.row(), "DUE_UNREADABLE", String.valueOf(row.dueText()));
        }
        row.lead().forEach(unit -> known(row.row(), unit.unit(), broken));
        row.coordinating().forEach(unit -> known(row.row(), unit.unit(), broken));
    }

    private void check(Plans.TargetRow row, BrokenRules broken) {
        broken.require(!row.name().isBlank() && row.value() != null && OPERATORS.contains(row.operator()), row.row(), "TARGET_INVALID");
        var owner = row.owner();
        broken.require(owner != null && owner.unit() != null, row.row(), "TARGET_OWNER_MISSING");
        broken.require(row.dataSource() != null && !row.dataSource().isBlank(), row.row(), "TARGET_SOURCE_MISSING");
        broken.require(row.rhythm() != null, row.row(), "TARGET_RHYTHM_MISSING");
        known(row.row(), owner == null ? null : owner.unit(), broken);
    }

    private void check(Plans.RuleRow row, BrokenRules broken) {
        broken.require(ReportDays.hasDay(row), row.row(), "REPORT_DAY_MISSING");
        broken.require(!ReportDays.isAsked(row), row.row(), "REPORT_DAY_OPEN", String.valueOf(row.day()));
        var owing = row.owedBy().stream().anyMatch(unit -> !unit.equals(row.owedTo()));
        broken.require(owing, row.row(), "REPORT_OWER_MISSING");
        broken.require(row.owedTo() != null, row.row(), "REPORT_RECIPIENT_UNKNOWN", String.valueOf(row.recipient()));
        row.owedBy().forEach(unit -> known(row.row(), unit, broken));
        known(row.row(), row.owedTo(), broken);
    }

    private void known(String row, @Nullable UnitId unit, BrokenRules broken) {
        broken.require(unit == null || known.test(unit), row, "UNIT_UNKNOWN", String.valueOf(unit));
    }
}
