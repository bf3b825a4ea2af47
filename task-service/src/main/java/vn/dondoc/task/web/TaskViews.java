package vn.dondoc.task.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.HistoryEntry;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Evidence;
import vn.dondoc.task.assignment.Rights;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.deadline.TimeClasses;

/** Assignments as callers see them: with names, days left, and what this caller may do. */
@Component
final class TaskViews {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Set<String> TOLD = Set.of("ProgressRecorded", "CompletionSubmitted");

    private final Aggregates<Assignment> assignments;
    private final Directory directory;
    private final DomainClock clock;

    TaskViews(Aggregates<Assignment> assignments, Directory directory, DomainClock clock) {
        this.assignments = assignments;
        this.directory = directory;
        this.clock = clock;
    }

    Tasks.TaskSummary summary(Assignment task, Caller caller) {
        var planned = task.planned();
        return new Tasks.TaskSummary(
                task.id(), planned.plan(), task.commune(), directory.nameOf(task.commune()), planned.ordinal(), planned.title(),
                names(planned.lead()), names(planned.coordinating()), planned.due(), task.lastDay(), daysLeft(task),
                task.work().state(), task.timeClass(), task.work().opened(), task.overdueBeforeEntry(), task.work().submittedOn(),
                extended(task), Standpoint.of(caller, task).lead());
    }

    private Tasks.@Nullable Extended extended(Assignment task) {
        var extension = task.extension();
        if (extension == null) {
            return null;
        }
        var first = extension.firstDay();
        return new Tasks.Extended(first, extension.granted(), extension.asked(),
                first == null ? null : TimeClasses.of(first, task.work().state(), task.work().submittedOn(), clock.today()));
    }

    Tasks.Task task(Versioned<Assignment> found, Caller caller) {
        var task = found.state();
        var history = assignments.history(found);
        var lastNote = history.reversed().stream()
                .filter(told -> TOLD.contains(told.entry().type()) && told.text() != null)
                .map(Aggregates.Told::text).findFirst().orElse(null);
        return new Tasks.Task(
                summary(task, caller), found.version(), task.planned().product(), task.planned().budgetVnd(), task.work().percent(),
                lastNote, said(task.work().evidence()), history.stream().map(this::entry).toList(), offered(task, caller));
    }

    Tasks.Changed changed(Versioned<Assignment> changed, Caller caller) {
        return new Tasks.Changed(summary(changed.state(), caller), changed.version(), offered(changed.state(), caller));
    }

    private static List<String> offered(Assignment task, Caller caller) {
        return Rights.offered(task, Standpoint.of(caller, task)).stream().map(Command::code).toList();
    }

    private Tasks.Entry entry(Aggregates.Told told) {
        var entry = told.entry();
        var id = entry.actor().position();
        var position = id == null ? null : directory.position(id).orElse(null);
        return new Tasks.Entry(typeOf(entry), entry.at(), id,
                position == null ? null : position.title(), position == null ? null : unitName(position),
                told.text() == null ? basisOf(entry.data()) : told.text());
    }

    /** Given up here, to go on in another plan. */
    private static String typeOf(HistoryEntry entry) {
        return entry.data().get("movedTo") == null ? entry.type() : "TaskMovedOn";
    }

    private String unitName(PositionState position) {
        return directory.nameOf(position.unit());
    }

    private List<Tasks.UnitName> names(List<UnitId> units) {
        return units.stream().map(unit -> new Tasks.UnitName(unit, directory.nameOf(unit))).toList();
    }

    private @Nullable Integer daysLeft(Assignment task) {
        var lastDay = task.lastDay();
        var finished = task.work().state() != WorkState.NOT_STARTED && task.work().state() != WorkState.IN_PROGRESS;
        return lastDay == null || finished ? null : Math.toIntExact(ChronoUnit.DAYS.between(clock.today(), lastDay));
    }

    private static @Nullable String said(@Nullable Evidence evidence) {
        return evidence == null ? null : said(evidence.number(), day(evidence.date()));
    }

    /** The document that decided what the entry tells. */
    private static @Nullable String basisOf(Map<String, Object> data) {
        if (!(data.get("basis") instanceof Map<?, ?> basis)) {
            return null;
        }
        var issuedOn = (String) basis.get("issuedOn");
        var words = said((String) basis.get("number"), issuedOn == null ? null : day(LocalDate.parse(issuedOn)));
        return words.isEmpty() ? null : words;
    }

    /** "05/BC-UBND, 30/11/2026" */
    private static String said(@Nullable String number, @Nullable String day) {
        return Stream.of(number, day).filter(part -> part != null).collect(Collectors.joining(", "));
    }

    private static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : DAY.format(date);
    }
}
