package vn.dondoc.task.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Processes.Process;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.process.ProcessViews;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.Wanted;
import vn.dondoc.platform.web.Call;
import vn.dondoc.task.bulk.BulkAct;
import vn.dondoc.task.bulk.BulkActs;

/** Takes one act on many tasks. */
@RestController
final class TaskActs {

    /** As long as a person waits; what is left then goes on by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Processes processes;
    private final ProcessViews views;
    private final Problems problems;

    TaskActs(Processes processes, ProcessViews views, Problems problems) {
        this.processes = processes;
        this.views = views;
        this.problems = problems;
    }

    @PostMapping("/api/tasks/acts")
    @Allowed(
            value = {Role.PROVINCE_STANDING, Role.COMMUNE_LEADER, Role.COMMUNE_STANDING, Role.UNIT_HEAD, Role.OFFICER, Role.VILLAGE_HEAD},
            on = Reach.SELF)
    ResponseEntity<Process> act(@RequestBody Tasks.Acts body, Call call, Locale locale) {
        var told = new Bodies(problems, locale).checked(body);
        if (told.act() == BulkAct.RETURN && told.reason() == null) {
            throw ProblemException.of(422, "REASON_REQUIRED");
        }
        var own = call.caller().held().getFirst().unit();
        var wanted = new Wanted(
                call.newId("process"), BulkActs.NAME, own.province(), own.commune(), BulkActs.parameters(told.act(), told.to()),
                told.tasks().stream().map(TaskId::value).toList(), told.reason());
        var act = call.act(told, List.of(own.id()), own.commune() == null ? own.province() : own.commune());
        var begun = processes.begin(wanted, act).orProblem();
        return views.answer(processes.goOn(begun.id(), PATIENCE), locale);
    }
}
