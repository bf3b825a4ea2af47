package vn.dondoc.plan.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.DraftAct.DecideDuties;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;

/** What becomes of duties, measures and objectives: tasks, a target, something to watch, or nothing. */
final class Duties {

    static final String TASK = "task";
    static final String TARGET = "target";
    static final String WATCHED = "watched";
    static final String DROPPED = "dropped";
    private static final String OPEN = "open";
    private static final String ALL = "all";
    private static final Set<String> DECISIONS = Set.of(TASK, TARGET, WATCHED, DROPPED, OPEN);
    private static final Pattern CLOSING = Pattern.compile("[\\s.;,/]+$");
    private static final int LONGEST_TITLE = 2000;

    private final BrokenRules broken;
    private final Described.Names names;

    Duties(BrokenRules broken, Described.Names names) {
        this.broken = broken;
        this.names = names;
    }

    Plans.Content decided(Plans.Content was, DecideDuties act) {
        var chosen = chosen(was, act);
        var plausible = broken.require(DECISIONS.contains(act.decision()), "decision", "DECISION_UNKNOWN", String.valueOf(act.decision()))
                & broken.require(act.part() == null || act.part().equals(ALL) || DutyPart.coded(act.part()).isPresent(), "part", "PART_UNKNOWN")
                & broken.require(act.rest() || !act.rows().isEmpty(), "rows", "SELECTION_EMPTY")
                & broken.require(act.rest() || chosen.size() == new HashSet<>(act.rows()).size(), "rows", "ROW_UNKNOWN")
                & broken.require(!TARGET.equals(act.decision()) || (chosen.size() == 1 && act.value() != null), "rows", "TARGET_INVALID")
                & broken.require(act.title() == null || chosen.size() == 1, "title", "TITLE_FOR_MANY");
        return plausible ? made(withoutWhatCameOf(was, chosen), chosen, act) : was;
    }

    private static Set<Plans.Duty> chosen(Plans.Content was, DecideDuties act) {
        Set<Plans.Duty> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        if (!act.rest()) {
            var rows = new HashSet<>(act.rows());
            DutyPart.all(was).filter(duty -> rows.contains(duty.row())).forEach(chosen::add);
            return chosen;
        }
        var wanted = Objects.requireNonNullElse(act.part(), DutyPart.DUTIES.code());
        Stream.of(DutyPart.values()).filter(part -> wanted.equals(ALL) || wanted.equals(part.code()))
                .flatMap(part -> part.of(was).stream()).filter(duty -> duty.decision() == null).forEach(chosen::add);
        return chosen;
    }

    private static Plans.Content withoutWhatCameOf(Plans.Content was, Set<Plans.Duty> chosen) {
        var tasks = new HashSet<String>();
        var targets = new HashSet<String>();
        chosen.stream().filter(duty -> duty.became() != null)
                .forEach(duty -> (TASK.equals(duty.decision()) ? tasks : targets).add(String.valueOf(duty.became())));
        return Rows.with(
                was, was.tasks().stream().filter(row -> !tasks.contains(row.row())).toList(),
                was.targets().stream().filter(row -> !targets.contains(row.row())).toList(), was.reporting());
    }

    private Plans.Content made(Plans.Content was, Set<Plans.Duty> chosen, DecideDuties act) {
        var tasks = new ArrayList<>(was.tasks());
        var targets = new ArrayList<>(was.targets());
        var takenTasks = Rows.tasksOf(was);
        var takenTargets = Rows.targetsOf(was);
        var decided = DutyPart.each(was, duty -> {
            if (!chosen.contains(duty)) {
                return duty;
            }
            String became = null;
            if (act.decision().equals(TASK)) {
                became = Rows.fresh("t", takenTasks);
                tasks.add(task(became, duty, act));
            } else if (act.decision().equals(TARGET)) {
                became = Rows.fresh("c", takenTargets);
                targets.add(target(became, duty, act));
            }
            return Rows.duty(duty, duty.lead(), act.decision().equals(OPEN) ? null : act.decision(), became);
        });
        return Rows.with(decided, tasks, targets, was.reporting());
    }

    private Plans.TaskRow task(String row, Plans.Duty duty, DecideDuties act) {
        return new Plans.TaskRow(
                row, null, title(duty, act), lead(duty, act.lead()), List.of(), null, null, act.due(), null, false, false, 1, null, duty.source());
    }

    private Plans.TargetRow target(String row, Plans.Duty duty, DecideDuties act) {
        var lead = lead(duty, act.lead());
        return new Plans.TargetRow(
                row, null, title(duty, act), Objects.requireNonNullElse(act.operator(), ">="), Objects.requireNonNullElse(act.value(), BigDecimal.ZERO),
                Objects.requireNonNullElse(act.unit(), ""), lead.isEmpty() ? null : lead.getFirst(), null, null, false, 1, duty.source());
    }

    /** Under the words of the document where it names a unit. */
    private List<Plans.NamedUnit> lead(Plans.Duty duty, @Nullable UnitId chosen) {
        return chosen == null ? duty.lead() : List.of(new Plans.NamedUnit(duty.unit().isEmpty() ? names.of(chosen) : duty.unit(), chosen, List.of()));
    }

    /** The words of the duty, without what closes a sentence. */
    private static String title(Plans.Duty duty, DecideDuties act) {
        var given = act.title();
        var words = CLOSING.matcher(given == null || given.isBlank() ? duty.text() : given).replaceFirst("").strip();
        return words.length() > LONGEST_TITLE ? words.substring(0, LONGEST_TITLE) + "…" : words;
    }
}
