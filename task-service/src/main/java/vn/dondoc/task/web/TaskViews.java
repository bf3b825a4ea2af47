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
import vn.dondoc.task.assignment.Attaching;
import vn.dondoc.task.assignment.Command;
import vn.dondoc.task.assignment.Delegating;
import vn.dondoc.task.assignment.Evidence;
import vn.dondoc.task.assignment.Explaining;
import vn.dondoc.task.assignment.Figures;
import vn.dondoc.task.assignment.Finishing;
import vn.dondoc.task.assignment.Reminding;
import vn.dondoc.task.assignment.Rights;
import vn.dondoc.task.assignment.Sharing;
import vn.dondoc.task.assignment.Standpoint;
import vn.dondoc.task.deadline.TimeClasses;
import vn.dondoc.task.file.TaskFile;
import vn.dondoc.task.file.TaskFiles;

/** Assignments as callers see them: with names, days left, and what this caller may do. */
@Component
final class TaskViews {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    /** Among what is offered: a completion may say that there was nothing to do. */
    private static final String NOTHING = "nothing";
    private static final Set<String> TOLD = Set.of("ProgressRecorded", "ShareSubmitted", "CompletionSubmitted");

    private final Aggregates<Assignment> assignments;
    private final Directory directory;
    private final DomainClock clock;
    private final PartViews parts;
    private final TaskFiles files;

    TaskViews(Aggregates<Assignment> assignments, Directory directory, DomainClock clock, PartViews parts, TaskFiles files) {
        this.parts = parts;
        this.assignments = assignments;
        this.directory = directory;
        this.clock = clock;
        this.files = files;
    }

    Tasks.TaskSummary summary(Assignment task, Caller caller) {
        var planned = task.planned();
        var who = Standpoint.of(caller, task, directory);
        return new Tasks.TaskSummary(
                task.id(), planned.plan(), task.commune(), directory.nameOf(task.commune()), planned.ordinal(), planned.title(),
                names(planned.lead()), names(planned.coordinating()), planned.due(), task.lastDay(), daysLeft(task),
                task.work().state(), task.timeClass(), task.work().opened(), task.overdueBeforeEntry(), task.work().submittedOn(),
                extended(task), explained(task), shares(task, who), who.lead(), days(task),
                task.deadline() == null ? null : task.deadline().planned(), task.news(), parts.membership(task, caller), given(task));
    }

    private Tasks.@Nullable Given given(Assignment task) {
        var of = task.directive();
        return of == null ? null : new Tasks.Given(
                of.id(), new Tasks.UnitName(of.giver(), directory.nameOf(of.giver())), of.number(), of.urgency(), of.origin());
    }

    private static Tasks.Days days(Assignment task) {
        var work = task.work();
        var toOpen = task.assignedOn() == null || work.openedOn() == null
                ? null
                : Math.toIntExact(ChronoUnit.DAYS.between(task.assignedOn(), work.openedOn()));
        return new Tasks.Days(task.assignedOn(), work.openedOn(), toOpen, work.returnedOn(), work.submittedOn() == null ? null : work.decideBy(), work.submittedOn() == null ? null : work.doneOn());
    }

    private static Tasks.@Nullable Explained explained(Assignment task) {
        return Tasks.Explained.of(task.explanation(), Explaining.owed(task));
    }

    private List<Tasks.Share> shares(Assignment task, Standpoint who) {
        var lead = task.planned().lead();
        var sharing = Sharing.of(task);
        return lead.size() < 2 ? List.of() : lead.stream().map(unit -> new Tasks.Share(
                new Tasks.UnitName(unit, directory.nameOf(unit)), sharing.finishedBy(unit).orElse(null), unit.equals(sharing.concluding()),
                Finishing.mayFinish(task, who, unit))).toList();
    }

    private Tasks.@Nullable Extended extended(Assignment task) {
        var extension = task.extension();
        if (extension == null) {
            return null;
        }
        var first = extension.firstDay();
        return new Tasks.Extended(first, extension.granted(), extension.asked(),
                first == null ? null : TimeClasses.of(first, task.reminders(), task.work().state(), task.work().finishedOn(), clock.today()));
    }

    Tasks.Task task(Versioned<Assignment> found, Caller caller) {
        var task = found.state();
        var history = assignments.history(found);
        var lastNote = history.reversed().stream()
                .filter(told -> TOLD.contains(told.entry().type()) && told.text() != null)
                .map(Aggregates.Told::text).findFirst().orElse(null);
        var actions = offered(task, caller);
        return new Tasks.Task(
                summary(task, caller), found.version(), task.planned().product(), task.planned().budgetVnd(), task.work().percent(),
                lastNote, said(task.work().evidence()), history.stream().map(this::entry).toList(), actions,
                task.particulars(), followedBy(task, caller),
                parts.wholeOf(task, caller), parts.of(task, caller, actions.contains(Command.DELEGATION.code())), filesOf(task, history),
                Figures.of(task));
    }

    private static boolean followedBy(Assignment task, Caller caller) {
        var particulars = task.particulars();
        return particulars != null && caller.held().stream().anyMatch(held -> particulars.followers().contains(held.position().id()));
    }

    private List<Tasks.File> filesOf(Assignment task, List<Aggregates.Told> history) {
        var told = history.stream().filter(entry -> !Attaching.in(entry.entry()).isEmpty()).toList();
        var known = files.byId(task.id().value(), told.stream().flatMap(entry -> Attaching.in(entry.entry()).stream()).map(Attaching.Attached::id).toList());
        return told.stream().flatMap(entry -> Attaching.in(entry.entry()).stream().map(Attaching.Attached::id)
                .filter(known::containsKey).map(known::get).map(file -> fileOf(file, entry(entry)))).toList();
    }

    private static Tasks.File fileOf(TaskFile file, Tasks.Entry entry) {
        return new Tasks.File(file.id(), file.name(), file.mediaType(), file.size(), file.sha256(), entry.at(), entry.positionTitle(), entry.unitName());
    }

    Tasks.Changed changed(Versioned<Assignment> changed, Caller caller) {
        return new Tasks.Changed(summary(changed.state(), caller), changed.version(), offered(changed.state(), caller));
    }

    private List<String> offered(Assignment task, Caller caller) {
        var who = Standpoint.of(caller, task, directory);
        var commands = Rights.offered(task, who).stream().map(Command::code);
        var offered = Stream.concat(commands, Reminding.offered(task, who) ? Stream.of(Reminding.COMMAND) : Stream.empty()).toList();
        return offered.contains(Command.COMPLETION.code()) && Delegating.mayBeNothing(task)
                ? Stream.concat(offered.stream(), Stream.of(NOTHING)).toList() : offered;
    }

    private Tasks.Entry entry(Aggregates.Told told) {
        var entry = told.entry();
        var id = entry.actor().position();
        var position = id == null ? null : directory.position(id).orElse(null);
        var figures = Figures.in(entry, told.text());
        return new Tasks.Entry(typeOf(entry), entry.at(), id,
                position == null ? null : position.title(), position == null ? null : unitName(position),
                !figures.isEmpty() ? null : told.text() == null ? saidBy(entry) : told.text(), figures.isEmpty() ? null : figures);
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

    /** What the entry itself says. */
    private static @Nullable String saidBy(HistoryEntry entry) {
        return switch (entry.type()) {
            case "TaskDelegated" -> (String) entry.data().get("title");
            case "PeriodOpened" -> (String) entry.data().get("period");
            default -> basisOf(entry.data());
        };
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
