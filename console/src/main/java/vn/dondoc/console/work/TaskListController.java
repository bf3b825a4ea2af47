package vn.dondoc.console.work;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.page.Who;
import vn.dondoc.console.plan.PlanChoices;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** Tasks of a unit, a plan, a commune: a page, or its results alone for a script. */
@Controller
class TaskListController {

    private static final Set<WorkState> FINISHED = EnumSet.of(WorkState.COMPLETED, WorkState.CANCELLED);

    private final TaskCalls tasks;
    private final Directory directory;
    private final PlanChoices plans;

    TaskListController(TaskCalls tasks, Directory directory, PlanChoices plans) {
        this.tasks = tasks;
        this.directory = directory;
        this.plans = plans;
    }

    @GetMapping("/tasks")
    String list(@ModelAttribute("filter") TaskFilter filter, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        var page = tasks.list(filter.query());
        var who = directory.who();
        model.addAttribute("page", page);
        model.addAttribute("pick", page.items().stream().filter(task -> decides(who, filter, task)).map(task -> task.id().value()).toList());
        var commune = filter.commune() != null && Ids.plausible(filter.commune()) ? new UnitId(filter.commune()) : who.commune();
        model.addAttribute("units", commune == null ? List.of() : directory.units(commune));
        if (part != null) {
            return "tasks/list :: results";
        }
        model.addAttribute("communes", who.province() ? directory.communes() : List.of());
        model.addAttribute("plans", plans.of(commune));
        model.addAttribute("timeClasses", TimeClass.values());
        model.addAttribute("workStates", WorkState.values());
        return "tasks/list";
    }

    /** Rows that can be ticked: whether it is accepted then is for the service to say. */
    private static boolean decides(Who who, TaskFilter filter, Tasks.TaskSummary task) {
        var receives = "true".equals(filter.given()) || who.receives() && (who.leads() || !task.mayAct());
        return receives && !FINISHED.contains(task.workState());
    }
}
