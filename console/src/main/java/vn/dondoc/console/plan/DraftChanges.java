package vn.dondoc.console.plan;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;

/**
 * Puts one corrected row into the newest draft. Other rows may change meanwhile, so a lost race is repeated; where it is
 * this very row that changed, the user has to look again.
 */
@Component
class DraftChanges {

    private static final int RACES = 4;

    private final PlanCalls plans;
    private final Directory directory;
    private final Problems problems;

    DraftChanges(PlanCalls plans, Directory directory, Problems problems) {
        this.plans = plans;
        this.directory = directory;
        this.problems = problems;
    }

    Plans.Draft apply(DraftId id, String part, String row, RowForm form) {
        return onNewest(id, draft -> plans.change(draft, Map.of(part, changed(draft, part, row, form))));
    }

    /** One stroke that concerns many rows, on the newest draft. */
    Plans.Draft act(DraftId id, RowForm form) {
        return onNewest(id, draft -> plans.act(draft, ActForm.read(form), form.textOrNull("key")));
    }

    /** A task that the document was not read to hold, at the end. */
    Plans.Draft add(DraftId id, RowForm form) {
        return onNewest(id, draft -> plans.change(draft, Map.of("tasks", Stream.concat(
                draft.content().tasks().stream(), Stream.of(RowEdits.added(form, units(draft)))).toList())));
    }

    /** Names the plan above it; null where it stands alone from now on. */
    Plans.Draft place(DraftId id, @Nullable PlanId parent) {
        return onNewest(id, draft -> plans.change(draft, Map.of("document", RowEdits.parent(parent))));
    }

    private Plans.Draft onNewest(DraftId id, UnaryOperator<Plans.Draft> change) {
        for (var race = 1; ; race++) {
            try {
                return change.apply(plans.draft(id));
            } catch (RowForm.UnreadableField unreadable) {
                throw refused(400, unreadable.code());
            } catch (Refused refused) {
                if (!refused.is("VERSION_CHANGED") || race == RACES) {
                    throw refused;
                }
            }
        }
    }

    private Object changed(Plans.Draft draft, String part, String row, RowForm form) {
        var content = draft.content();
        return switch (part) {
            case "document" -> RowEdits.heading(form);
            case "tasks" -> replaced(content.tasks(), Plans.TaskRow::row, row, form, found -> RowEdits.task(found, form, units(draft)));
            case "targets" -> replaced(content.targets(), Plans.TargetRow::row, row, form, found -> RowEdits.target(found, form));
            default -> replaced(content.reporting(), Plans.RuleRow::row, row, form, found -> RowEdits.rule(found, form));
        };
    }

    private List<Organisation.UnitView> units(Plans.Draft draft) {
        return directory.units(draft.commune());
    }

    private <R> List<R> replaced(List<R> rows, Function<R, String> name, String wanted, RowForm form, UnaryOperator<R> edit) {
        var found = rows.stream().filter(row -> name.apply(row).equals(wanted)).findFirst().orElseThrow(() -> refused(404, "NOT_FOUND"));
        if (form.seen().filter(seen -> !seen.equals(DraftView.mark(found))).isPresent()) {
            throw refused(409, "ROW_CHANGED");
        }
        return rows.stream().map(row -> row == found ? edit.apply(row) : row).toList();
    }

    private Refused refused(int status, String code) {
        return new Refused(problems.of(status, code, LocaleContextHolder.getLocale()));
    }
}
