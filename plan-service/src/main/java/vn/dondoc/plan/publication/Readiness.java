package vn.dondoc.plan.publication;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

/**
 * Nothing is published with an open lead, an unreadable deadline or a report without a day, unless the reviewer drops the row or
 * confirms the task as it stands.
 */
public final class Readiness {

    private static final Set<String> OPERATORS = Set.of(">=", "<=", "=");
    private static final Set<Frequency> WITH_MONTH = Set.of(Frequency.HALF_YEARLY, Frequency.YEARLY);
    private static final int LAST_WEEKDAY = 7;

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

    private static void check(Plans.TargetRow row, BrokenRules broken) {
        broken.require(!row.name().isBlank() && row.value() != null && OPERATORS.contains(row.operator()), row.row(), "TARGET_INVALID");
    }

    private void check(Plans.RuleRow row, BrokenRules broken) {
        broken.require(hasDay(row), row.row(), "REPORT_DAY_MISSING");
        var owing = row.owedBy().stream().anyMatch(unit -> !unit.equals(row.owedTo()));
        broken.require(owing, row.row(), "REPORT_OWER_MISSING");
        broken.require(row.owedTo() != null, row.row(), "REPORT_RECIPIENT_UNKNOWN", String.valueOf(row.recipient()));
        row.owedBy().forEach(unit -> known(row.row(), unit, broken));
        known(row.row(), row.owedTo(), broken);
    }

    private static boolean hasDay(Plans.RuleRow row) {
        if (row.frequency() == Frequency.AD_HOC) {
            return true;
        }
        if (row.frequency() == Frequency.WEEKLY && row.day() != null && row.day() > LAST_WEEKDAY) {
            return false;
        }
        return row.day() != null && (row.month() != null || !WITH_MONTH.contains(row.frequency()));
    }

    private void known(String row, @Nullable UnitId unit, BrokenRules broken) {
        broken.require(unit == null || known.test(unit), row, "UNIT_UNKNOWN", String.valueOf(unit));
    }
}
