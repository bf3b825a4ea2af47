package vn.dondoc.console.work;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.console.act.ActCalls;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.clock.DomainClock;
import vn.dondoc.console.measurement.Measured;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.page.Display;
import vn.dondoc.console.plan.PlanChoices;
import vn.dondoc.console.report.OwedReports;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** Before a meeting: what was decided last, what is late, by the leader in charge, what waits for a decision, what is due next. One page, for paper too. */
@Controller
class MeetingController {

    private static final int MOST = 200;
    private static final int DAYS_AHEAD = 14;
    /** The kinds of documents that hold the conclusions of a meeting name themselves in their number: 12/TB-UBND, 05-KL/TU. */
    private static final Pattern CONCLUSION = Pattern.compile("(?:^|[/-])(?:TB|KL|TBKL)(?=$|[/-])");

    private final TaskCalls tasks;
    private final Directory directory;
    private final PlanChoices plans;
    private final Display display;
    private final DomainClock clock;
    private final ActCalls acts;
    private final OwedReports reports;
    private final Measured measured;

    MeetingController(
            TaskCalls tasks, Directory directory, PlanChoices plans, Display display, DomainClock clock, ActCalls acts, OwedReports reports, Measured measured) {
        this.acts = acts;
        this.reports = reports;
        this.measured = measured;
        this.tasks = tasks;
        this.directory = directory;
        this.plans = plans;
        this.display = display;
        this.clock = clock;
    }

    @GetMapping("/meeting")
    String page(@RequestParam(required = false) @Nullable String commune, Model model) {
        var who = directory.who();
        var here = commune != null && Ids.plausible(commune) ? new UnitId(commune) : who.commune();
        if (here == null) {
            model.addAttribute("communes", directory.communes());
            return "meeting";
        }
        var of = Query.none().with("commune", here.value()).with("limit", MOST);
        var today = clock.today();
        var overdue = tasks.list(of.and("timeClass", "overdue"));
        model.addAttribute("commune", here);
        model.addAttribute("communeName", nameOf(here));
        model.addAttribute("now", clock.now());
        model.addAttribute("overdue", overdue);
        var groups = OverdueGroups.of(overdue.items(), tasks.inCharge(ids(overdue)), task -> display.units(task.lead()));
        model.addAttribute("groups", groups);
        model.addAttribute("notes", notes(overdue));
        model.addAttribute("extensions", tasks.list(of.and("extensionAsked", true)));
        explanations(here, tasks.list(of.and("explanationOwed", true)), model);
        model.addAttribute("returned", tasks.list(of.and("returned", true)));
        model.addAttribute("submitted", tasks.list(of.and("workState", "submitted")));
        model.addAttribute("next", tasks.list(of.and("workState", List.of("not-started", "in-progress"))
                .and("dueFrom", today).and("dueTo", today.plusDays(DAYS_AHEAD))));
        model.addAttribute("until", today.plusDays(DAYS_AHEAD));
        var last = acts.lastMeeting(here, null).orElse(null);
        model.addAttribute("last", last);
        var concluded = last == null ? concluded(here) : null;
        model.addAttribute("concluded", concluded);
        model.addAttribute("decided", concluded == null ? null : tasks.list(Query.none().with("plan", concluded.id().value()).with("limit", MOST)));
        return "meeting";
    }

    /** Of tasks, reports and targets; where reports and targets cannot be read the page is there without them, and says so. */
    private void explanations(UnitId commune, Page<Tasks.TaskSummary> ofTasks, Model model) {
        model.addAttribute("explanations", ofTasks);
        var owed = count(ofTasks);
        try {
            var ofReports = reports.toExplainIn(commune);
            var ofTargets = measured.toExplainIn(commune);
            model.addAttribute("reportsToExplain", ofReports);
            model.addAttribute("targetsToExplain", ofTargets);
            owed += count(ofReports) + count(ofTargets);
        } catch (Refused away) {
            model.addAttribute("reportsAway", away.problem());
        }
        model.addAttribute("owed", owed);
    }

    private static long count(Page<?> page) {
        return Objects.requireNonNullElse(page.total(), (long) page.items().size());
    }

    private static List<String> ids(Page<Tasks.TaskSummary> page) {
        return page.items().stream().map(task -> task.id().value()).toList();
    }

    private Map<String, Tasks.LastNote> notes(Page<Tasks.TaskSummary> overdue) {
        return tasks.lastNotes(ids(overdue)).stream()
                .collect(Collectors.toMap(note -> note.task().value(), Function.identity(), (one, _) -> one));
    }

    private Plans.@Nullable PlanSummary concluded(UnitId commune) {
        return plans.of(commune).stream()
                .filter(plan -> plan.number() != null && CONCLUSION.matcher(plan.number()).find())
                .max(Comparator.comparing(plan -> Objects.requireNonNullElse(plan.issuedOn(), plan.publishedOn())))
                .orElse(null);
    }

    private @Nullable String nameOf(UnitId commune) {
        return directory.units(commune).stream().map(Organisation.UnitView::communeName).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
