package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.PartKind;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.contracts.event.TaskEvent.TaskCancelled;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.task.deadline.Timekeeping;

/** How a part follows its whole. What is finished stays as it was judged; following the same whole again changes nothing. */
public final class Partaking {

    /** In the history only: other units decide on a part, or it may be extended to another day. */
    static final String WHOLE_CHANGED = "WholeChanged";

    private Partaking() {}

    /**
     * The part after what became of its whole.
     *
     * @param version of the whole; an older one than is known changes nothing
     */
    public static Decision<Assignment> follow(Assignment part, Assignment whole, long version, Instant at) {
        return follow(part, whole, version, at, Timekeeping.USUAL);
    }

    /** The same where the commune keeps time in its own way. */
    public static Decision<Assignment> follow(Assignment part, Assignment whole, long version, Instant at, Timekeeping keeping) {
        var kept = part.whole();
        var partOf = part.partOf();
        if (kept == null || partOf == null || version < kept.version() || Reassigning.isFinished(part)) {
            return Decision.unchanged();
        }
        if (whole.work().state() == WorkState.CANCELLED) {
            return cancelled(part, at);
        }
        return partOf.kind() == PartKind.OCCURRENCE ? occurrence(part, kept, whole, at, keeping) : given(part, kept, whole, version, at, keeping);
    }

    /** An open period of a rhythm that is given up is none any more; one that is late stays owed. It belongs where the plan of its series does, as other tasks. */
    private static Decision<Assignment> occurrence(Assignment part, Whole kept, Assignment series, Instant at, Timekeeping keeping) {
        var recurrence = series.recurrence();
        var overtaken = recurrence != null && recurrence.rhythm() > kept.rhythm();
        if (overtaken && part.work().unfinished() && Passing.upTo(part, at).state().timeClass() != TimeClass.OVERDUE) {
            return cancelled(part, at);
        }
        var known = series.planned().known();
        return known == null ? Decision.unchanged() : Amending.amend(part, asPlanned(part, series.planned()), known, at, keeping);
    }

    private static PlannedTask asPlanned(Assignment part, Planned series) {
        return new PlannedTask(part.id(), series.plan(), part.province(), part.commune(), series.order(), series.ordinal(), series.title(),
                series.lead(), series.coordinating(), series.product(), series.budgetVnd(), part.planned().due()).within(series.programme());
    }

    private static Decision<Assignment> given(Assignment part, Whole kept, Assignment whole, long version, Instant at, Timekeeping keeping) {
        var now = new Whole(whole.planned().lead(), whole.lastDay(), version, 0, null);
        var limit = part.work().unfinished() ? limit(part, whole.lastDay()) : null;
        if (limit == null && now.giver().equals(kept.giver()) && Objects.equals(now.notAfter(), kept.notAfter())) {
            return Decision.unchanged();
        }
        var passed = Passing.upTo(part, at);
        var facts = new ArrayList<>(passed.facts());
        var state = passed.state().edited(edit -> edit.whole = now);
        if (limit != null) {
            state = Amending.moved(
                    state.edited(edit -> edit.planned = edit.planned.due(new Due.By(limit, false, false))), null, at, keeping, facts);
        } else {
            facts.add(Fact.internal(WHOLE_CHANGED, part.commune(), Map.of()));
        }
        return new Decision.Accepted<>(state, facts);
    }

    /** The last day of the whole where the part would outlast it. */
    private static @Nullable LocalDate limit(Assignment part, @Nullable LocalDate whole) {
        var lastDay = part.lastDay();
        return whole != null && (lastDay == null || lastDay.isAfter(whole)) ? whole : null;
    }

    private static Decision<Assignment> cancelled(Assignment part, Instant at) {
        var passed = Passing.upTo(part, at);
        var facts = new ArrayList<>(passed.facts());
        var state = passed.state().with(passed.state().work().in(WorkState.CANCELLED).notSubmitted(), at);
        facts.add(Fact.of(new TaskCancelled(state.told(), null), state.commune()));
        return new Decision.Accepted<>(state, List.copyOf(facts));
    }
}
