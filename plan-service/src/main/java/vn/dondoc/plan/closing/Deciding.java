package vn.dondoc.plan.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Closings;
import vn.dondoc.contracts.event.Basis;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.plan.draft.Publication;
import vn.dondoc.plan.published.Plan;
import vn.dondoc.plan.rules.BrokenRules;

/** Reads what somebody decided about the rows of a plan: each row is decided about once, and moved rows have a plan to go to. */
final class Deciding {

    private static final int LONGEST_REASON = 4000;
    private static final int LONGEST_NUMBER = 100;

    private final Closings.Wanted wanted;
    private final Map<TaskId, PlannedTask> rows = new LinkedHashMap<>();
    private final Set<PlanId> targets;

    /**
     * @param rows of the plan
     * @param targets the plans that rows may be moved into
     */
    Deciding(Closings.Wanted wanted, List<PlannedTask> rows, Set<PlanId> targets) {
        this.wanted = wanted;
        this.targets = targets;
        rows.forEach(row -> this.rows.put(row.id(), row));
    }

    /** What cannot be carried out as it is said. */
    BrokenRules impossible(LocalDate today) {
        var broken = new BrokenRules();
        var named = new HashSet<TaskId>();
        for (var row : wanted.rows()) {
            var field = row.task().value();
            broken.require(rows.containsKey(row.task()), field, "CLOSING_ROW_UNKNOWN");
            broken.require(named.add(row.task()), field, "CLOSING_ROW_TWICE");
            var decision = decisionOf(row.decision());
            broken.require(decision != null, field, "CLOSING_DECISION_UNKNOWN");
            if (decision == RowDecision.MOVE) {
                broken.require(row.target() != null && targets.contains(row.target()), field, "CLOSING_TARGET_IMPOSSIBLE");
                broken.require(row.due() == null || !row.due().isBefore(today), field, "CLOSING_DUE_PAST");
            }
        }
        var others = wanted.others() == null ? RowDecision.CARRY : decisionOf(wanted.others());
        broken.require(others == RowDecision.CARRY || others == RowDecision.CANCEL, "others", "CLOSING_DECISION_UNKNOWN");
        var reason = wanted.reason();
        broken.require(!cancelsAny() || reason != null && !reason.isBlank(), "reason", "CLOSING_REASON_MISSING");
        broken.require(reason == null || reason.length() <= LONGEST_REASON, "reason", "TEXT_TOO_LONG");
        broken.require(wanted.number() == null || wanted.number().length() <= LONGEST_NUMBER, "number", "TEXT_TOO_LONG");
        return broken;
    }

    /** Rows that are not named, where nothing is said about the others. */
    BrokenRules undecided() {
        var broken = new BrokenRules();
        if (wanted.others() == null) {
            unnamed().forEach(row -> broken.add(row.id().value(), "CLOSING_ROW_UNDECIDED", row.title()));
        }
        return broken;
    }

    /** @param lastOrders the last place taken in each plan that rows are moved into */
    Closing closing(String id, Plan plan, Map<PlanId, Integer> lastOrders, Publication begun) {
        var places = new HashMap<>(lastOrders);
        var moved = new ArrayList<Move>();
        for (var row : wanted.rows()) {
            var target = row.target();
            if (decisionOf(row.decision()) == RowDecision.MOVE && target != null) {
                var place = places.merge(target, 1, Integer::sum);
                moved.add(new Move(row.task(), new TaskId(Ids.derived("task", id, row.task().value())), target, place, row.due()));
            }
        }
        var cancelled = new ArrayList<>(named(RowDecision.CANCEL));
        if (wanted.others() != null && decisionOf(wanted.others()) == RowDecision.CANCEL) {
            unnamed().forEach(row -> cancelled.add(row.id()));
        }
        return new Closing(
                id, plan.province(), plan.commune(), plan.id(), new Basis(blankToNull(wanted.number()), wanted.issuedOn()),
                named(RowDecision.CARRY), cancelled, moved, begun);
    }

    private boolean cancelsAny() {
        return !named(RowDecision.CANCEL).isEmpty()
                || wanted.others() != null && decisionOf(wanted.others()) == RowDecision.CANCEL && !unnamed().isEmpty();
    }

    private List<TaskId> named(RowDecision decision) {
        return wanted.rows().stream().filter(row -> decisionOf(row.decision()) == decision).map(Closings.Row::task).toList();
    }

    private List<PlannedTask> unnamed() {
        var named = new HashSet<TaskId>();
        wanted.rows().forEach(row -> named.add(row.task()));
        return rows.values().stream().filter(row -> !named.contains(row.id())).toList();
    }

    private static @Nullable RowDecision decisionOf(String code) {
        return Coded.of(RowDecision.class, code).orElse(null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : Objects.requireNonNull(text).strip();
    }
}
