package vn.dondoc.task.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Window;
import vn.dondoc.task.dossier.Hindsight;
import vn.dondoc.task.worklist.TaskFilter;

/** Shows what was overdue on a past day, as was known then. */
@RestController
final class TaskHindsight {

    private final Hindsight hindsight;
    private final Directory directory;
    private final DomainClock clock;
    private final Problems problems;

    TaskHindsight(Hindsight hindsight, Directory directory, DomainClock clock, Problems problems) {
        this.hindsight = hindsight;
        this.directory = directory;
        this.clock = clock;
        this.problems = problems;
    }

    @GetMapping("/api/tasks/overdue-on")
    @Allowed(on = Reach.SELF)
    Page<Tasks.OverdueThen> overdueOn(
            @RequestParam String day,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String programme,
            Caller caller, Window window, Locale locale) {
        var reading = new FilterReading(problems, locale);
        var wanted = reading.day("day", day.isBlank() ? "-" : day);
        var filter = new TaskFilter(
                null, reading.id("plan", plan, PlanId::new), reading.id("commune", commune, UnitId::new), null, Set.of(), Set.of(),
                false, false, false, false, false, false, null, null, programme == null || programme.isBlank() ? null : programme, null);
        var lead = reading.id("unit", unit, UnitId::new);
        reading.finish();
        var today = clock.today();
        if (wanted == null || wanted.isAfter(today)) {
            throw ProblemException.of(422, "DAY_AHEAD");
        }
        var all = hindsight.overdueOn(caller, filter, lead, wanted, today);
        var page = all.stream().skip(window.offset()).limit(window.limit() + 1L).map(one -> view(one, wanted)).toList();
        return window.page(page, (long) all.size());
    }

    private Tasks.OverdueThen view(Hindsight.Overdue one, LocalDate day) {
        var then = one.then();
        return new Tasks.OverdueThen(
                then.id(), then.plan(), then.commune(), directory.nameOf(then.commune()), then.ordinal(), then.title(), names(then.lead()), one.lastDay(),
                Math.toIntExact(ChronoUnit.DAYS.between(one.lastDay(), day)), then.workState(), one.now());
    }

    private List<Tasks.UnitName> names(List<UnitId> units) {
        return units.stream().map(unit -> new Tasks.UnitName(unit, directory.nameOf(unit))).toList();
    }
}
