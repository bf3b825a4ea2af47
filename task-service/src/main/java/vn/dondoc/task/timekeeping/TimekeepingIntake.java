package vn.dondoc.task.timekeeping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.OrganisationEvent.CalendarChanged;
import vn.dondoc.contracts.event.OrganisationEvent.SettingsChanged;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.process.ProcessRunner;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.Wanted;

/** Takes changes of settings and calendars: stores them, and begins the processes that go through the open tasks they concern. */
public final class TimekeepingIntake {

    private final Timekeepings timekeepings;
    private final RecomputedTasks kind;
    private final Processes processes;
    private final ProcessRunner runner;
    private final Directory directory;

    TimekeepingIntake(Timekeepings timekeepings, RecomputedTasks kind, Processes processes, ProcessRunner runner, Directory directory) {
        this.timekeepings = timekeepings;
        this.kind = kind;
        this.processes = processes;
        this.runner = runner;
        this.directory = directory;
    }

    /** Heard again, it goes through the tasks again and finds nothing to change. */
    public void take(Received received) {
        switch (received.event()) {
            case SettingsChanged(var settings) -> {
                timekeepings.keep(settings, received.order());
                begin(received, settings.unit());
            }
            case CalendarChanged(var calendar) -> {
                timekeepings.keep(calendar, received.order());
                begin(received, calendar.province());
            }
            default -> { }
        }
    }

    private void begin(Received received, UnitId unit) {
        @Nullable String last = null;
        while (true) {
            var parts = kind.partsOf(unit, last);
            if (parts.isEmpty()) {
                break;
            }
            var id = Ids.derived(RecomputedTasks.NAME, received.id(), String.join(",", parts));
            var known = directory.unit(unit).orElse(null);
            var province = known == null ? unit : known.province();
            var wanted = new Wanted(id, RecomputedTasks.NAME, province, known == null ? null : known.commune(), Map.of("unit", unit.value()), parts, null);
            var act = Act.bySystem("organisation-events", received.at());
            processes.beginInBackground(wanted, new Act(act.actor(), act.at(), act.correlation(), id, null)).orProblem();
            last = parts.getLast();
        }
        runner.wake();
    }
}
