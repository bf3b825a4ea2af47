package vn.dondoc.platform.merger;

import java.util.Map;
import vn.dondoc.contracts.event.OrganisationEvent.UnitMerged;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.consume.BrokenEventException;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.process.ProcessRunner;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.Wanted;

/** Begins the processes that follow a merger: as many as its parts need, each with an id that derives from the event and those parts. */
public final class MergerIntake {

    private final Mergers mergers;
    private final Processes processes;
    private final ProcessRunner runner;
    private final MergerProcess kind;

    public MergerIntake(Mergers mergers, Processes processes, ProcessRunner runner, MergerProcess kind) {
        this.mergers = mergers;
        this.processes = processes;
        this.runner = runner;
        this.kind = kind;
    }

    /** Heard again, it finds what is left, and that is nothing where it was carried out. */
    public void take(Received received) {
        if (received.event() instanceof UnitMerged(var unit)) {
            var into = unit.successor();
            if (into == null || into.equals(unit.id())) {
                throw new BrokenEventException("A merger without a unit that takes over");
            }
            merged(received, unit, into);
        }
    }

    private void merged(Received received, UnitState unit, UnitId into) {
        mergers.keep(unit.id(), into);
        var parts = kind.partsOf(unit);
        for (int from = 0; from < parts.size(); from += Processes.MOST_PARTS) {
            var some = parts.subList(from, Math.min(parts.size(), from + Processes.MOST_PARTS));
            var id = Ids.derived(kind.name(), received.id(), String.join(",", some));
            var wanted = new Wanted(
                    id, kind.name(), unit.province(), unit.commune(), Map.of("from", unit.id().value(), "into", into.value()), some, null);
            processes.beginInBackground(wanted, keyed(Act.bySystem("organisation-events", received.at()), id)).orProblem();
        }
        runner.wake();
    }

    private static Act keyed(Act act, String key) {
        return new Act(act.actor(), act.at(), act.correlation(), key, null);
    }
}
