package vn.dondoc.task.calendar;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemConfiguration;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.sheet.Words;
import vn.dondoc.task.worklist.TaskFilter;
import vn.dondoc.task.worklist.Worklist;

/** The open deadlines of the units in which somebody holds positions now, as a calendar. It names units and tasks, never people. */
@Component
public final class Feed {

    private static final int MOST = 1_000;
    private static final LocalDate BEGINNING = LocalDate.of(1975, 1, 1);

    private final Worklist worklist;
    private final Directory directory;
    private final DomainClock clock;
    private final Words words;

    Feed(Worklist worklist, Directory directory, DomainClock clock, MessageSource messages) {
        this.worklist = worklist;
        this.directory = directory;
        this.clock = clock;
        this.words = new Words(messages, ProblemConfiguration.VIETNAMESE);
    }

    /** RFC 5545. */
    public String of(Caller caller) {
        var open = EnumSet.of(WorkState.NOT_STARTED, WorkState.IN_PROGRESS);
        // A first day, so that only what has one is found
        var filter = new TaskFilter(null, null, null, null, Set.of(), open, true, false, false, false, false, false, BEGINNING, null, null, null);
        var at = clock.instant();
        var calendar = new CalendarText(words.say("calendar.name"));
        worklist.each(caller, filter, MOST, task -> calendar.add(entry(task), at));
        return calendar.done();
    }

    private CalendarText.Entry entry(Assignment task) {
        var deadline = Objects.requireNonNull(task.deadline());
        var late = deadline.lastDay().isBefore(clock.today());
        var title = task.planned().ordinal() == null ? task.planned().title() : task.planned().ordinal() + ". " + task.planned().title();
        var lead = task.planned().lead().stream().map(this::nameOf).collect(Collectors.joining("; "));
        var description = words.say("calendar.description", lead, nameOf(task.commune()), words.of(task.work().state()));
        return new CalendarText.Entry(
                "task-" + task.id() + "@dondoc", deadline.revision(), deadline.lastDay(),
                words.say(late ? "calendar.late" : "calendar.due", title), description, !late);
    }

    private String nameOf(UnitId unit) {
        return directory.nameOf(unit);
    }
}
