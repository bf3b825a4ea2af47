package vn.dondoc.plan.organisation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Processes.Process;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.process.ProcessViews;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.web.Call;

/** Takes the merging of a unit into another. */
@RestController
class MergerController {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Aggregates<Unit> units;
    private final Merging merging;
    private final Processes processes;
    private final ProcessViews views;

    MergerController(Aggregates<Unit> units, Merging merging, Processes processes, ProcessViews views) {
        this.units = units;
        this.merging = merging;
        this.processes = processes;
        this.views = views;
    }

    @Allowed(value = {Role.COMMUNE_ADMINISTRATOR, Role.PROVINCE_ADMINISTRATOR}, on = Reach.BRANCH)
    @PostMapping("/api/organisation/units/{id}/merger")
    ResponseEntity<Process> merge(@PathVariable String id, @RequestBody Organisation.Merger body, Call call, Locale locale) {
        var unit = units.find(id, call.caller().branch().figures().within()).orElseThrow(ProblemException::notFound).state();
        if (!mayMerge(call.caller(), unit)) {
            throw ProblemException.forbidden();
        }
        var process = call.newId("process");
        check(unit, body.into(), call.caller(), process);
        var act = call.act(List.of("merger", id, body), List.of(), unit.area());
        var begun = processes.begin(merging.wanted(process, unit, body.into()), act).orProblem();
        return views.answer(processes.goOn(begun.id(), PATIENCE), locale);
    }

    /** A call that is repeated finds its process, whatever became of the unit since; the process is stored before anything changes. */
    private void check(Unit unit, UnitId into, Caller caller, String process) {
        var obstacle = merging.obstacle(unit, into, caller.branch().figures().within());
        if (obstacle.isPresent() && processes.find(process).isEmpty()) {
            throw obstacle.get();
        }
    }

    private static boolean mayMerge(Caller caller, Unit unit) {
        var commune = unit.commune();
        return caller.isOf(unit.province(), Role.PROVINCE_ADMINISTRATOR)
                || commune != null && caller.isIn(commune, Role.COMMUNE_ADMINISTRATOR);
    }
}
