package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;

/** Carries out one stroke of a reviewer on the version of the draft that the reviewer saw. */
@Component
class DraftActing {

    private static final int MOST_UNITS = 200;

    private final Aggregates<Draft> drafts;
    private final Directory directory;
    private final UnitNamesOf names;
    private final NewUnits newUnits;
    private final MessageSource messages;
    private final Problems problems;

    DraftActing(
            Aggregates<Draft> drafts, Directory directory, UnitNamesOf names, NewUnits newUnits, MessageSource messages, Problems problems) {
        this.drafts = drafts;
        this.directory = directory;
        this.names = names;
        this.newUnits = newUnits;
        this.messages = messages;
        this.problems = problems;
    }

    Versioned<Draft> act(String id, DraftAct stroke, Call call, Criteria within, Locale locale) {
        var expected = call.expectedVersion();
        var bounds = new Criteria[] {within};
        var before = drafts.find(id, within).orElseThrow(ProblemException::notFound);
        var act = call.act(stroke, List.of(), before.state().commune());
        if (before.version() != expected || before.state().status() != DraftStatus.OPEN) {
            // Answered as before where this is a repetition, else refused
            return drafts.change(id, act, expected, bounds, draft -> draft.correct(draft.content())).orProblem();
        }
        if (stroke instanceof DraftAct.Undo) {
            return drafts.change(id, act, expected, bounds, Draft::undo).orProblem();
        }
        var broken = new BrokenRules();
        var known = new ArrayList<>(directory.unitsOf(before.state().commune()));
        var content = before.state().content();
        var changed = switch (stroke) {
            case DraftAct.SettleName settle -> settled(before.state(), settle, known, act, broken, locale);
            case DraftAct.CreateUnits units -> created(before.state(), units, known, act, broken, locale);
            default -> changed(before.state(), stroke, broken);
        };
        var ids = Rows.unitsIn(content);
        known.forEach(unit -> ids.add(unit.id()));
        new ContentRules(ids::contains, broken).check(changed);
        broken.orProblem(400, "VALIDATION", problems, locale);
        return drafts.change(id, act, expected, bounds, draft -> draft.content().equals(content) ? draft.correct(changed) : draft.correct(draft.content()))
                .orProblem();
    }

    private Plans.Content changed(Draft draft, DraftAct stroke, BrokenRules broken) {
        var was = draft.content();
        return switch (stroke) {
            case DraftAct.DecideDuties duties -> new Duties(broken, directory::nameOf).decided(was, duties);
            case DraftAct.DescribeTargets targets -> new Described(broken).described(was, targets, directory::nameOf);
            case DraftAct.TakeProposals taken -> new Proposals(names.of(draft.commune()), draft.commune(), messages)
                    .taken(was, row -> taken.all() || taken.rows().contains(row), directory::nameOf);
            case DraftAct.SplitTask split -> new TaskParts(broken).split(was, split);
            case DraftAct.MergeTasks merge -> new TaskParts(broken).merged(was, merge);
            case DraftAct.SettleName _, DraftAct.CreateUnits _, DraftAct.Undo _ -> was;
        };
    }

    /** The unit is there and the name remembered before the draft says so: repeated after a failure, both stay as they are. */
    private Plans.Content settled(
            Draft draft, DraftAct.SettleName settle, List<UnitState> known, Act act, BrokenRules broken, Locale locale) {
        var create = settle.create();
        broken.require(settle.name() != null && !settle.name().isBlank(), "name", "NAME_MISSING");
        broken.require(create != null || !settle.units().isEmpty(), "units", "SELECTION_EMPTY");
        for (var unit : settle.units()) {
            broken.require(known.stream().anyMatch(one -> one.id().equals(unit)), "units", "UNIT_UNKNOWN", unit.value());
        }
        if (create != null) {
            newUnits.check(create, known, broken);
        }
        broken.orProblem(400, "VALIDATION", problems, locale);
        List<UnitId> units = settle.units();
        if (create != null) {
            var made = newUnits.made(create, directory.unit(draft.commune()).orElseThrow(ProblemException::notFound), known, act);
            known.add(made);
            units = List.of(made.id());
        }
        if (settle.remember()) {
            newUnits.remember(draft.commune(), settle.name(), units, act);
        }
        return new SettledNames(settle.name(), units).in(draft.content());
    }

    /** All are looked at before the first is made; as above, doing it again changes nothing. */
    private Plans.Content created(
            Draft draft, DraftAct.CreateUnits wanted, List<UnitState> known, Act act, BrokenRules broken, Locale locale) {
        broken.require(!wanted.units().isEmpty() && wanted.units().size() <= MOST_UNITS, "units", "SELECTION_EMPTY");
        for (int i = 0; i < wanted.units().size(); i++) {
            var one = wanted.units().get(i);
            if (one == null || one.create() == null || one.name() == null || one.name().isBlank()) {
                broken.add("units[" + i + "]", "NAME_MISSING");
            } else {
                newUnits.check(one.create(), known, broken);
            }
        }
        broken.orProblem(400, "VALIDATION", problems, locale);
        var commune = directory.unit(draft.commune()).orElseThrow(ProblemException::notFound);
        var content = draft.content();
        for (var one : wanted.units()) {
            var made = newUnits.made(one.create(), commune, known, act);
            known.add(made);
            if (wanted.remember()) {
                newUnits.remember(draft.commune(), one.name(), List.of(made.id()), act);
            }
            content = new SettledNames(one.name(), List.of(made.id())).in(content);
        }
        return content;
    }
}
