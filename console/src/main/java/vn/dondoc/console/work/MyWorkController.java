package vn.dondoc.console.work;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.measurement.Measured;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.page.Who;
import vn.dondoc.console.report.OwedReports;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.TimeClass;

/** "Việc của tôi": what the user owes, and what waits for a decision: of the commune for who receives, else on what the user's units gave to others. One service away does not hide the other's part. */
@Controller
class MyWorkController {

    private static final List<String> OPEN =
            List.of(TimeClass.OVERDUE.code(), TimeClass.DUE_SOON.code(), TimeClass.IN_TIME.code(), TimeClass.NO_DEADLINE.code());
    private static final int WAITING = 20;

    private final TaskCalls tasks;
    private final OwedReports reports;
    private final Directory directory;
    private final Measured measured;

    MyWorkController(TaskCalls tasks, OwedReports reports, Directory directory, Measured measured) {
        this.measured = measured;
        this.tasks = tasks;
        this.reports = reports;
        this.directory = directory;
    }

    /** What the user's own unit sent in is for others to decide on, but for what it gave to a position of its own. */
    private List<Tasks.TaskSummary> toDecide(Who who, Query query) {
        var received = who.receives() ? query : query.with("given", true);
        return tasks.list(received.with("limit", WAITING)).items().stream().filter(task -> who.leads() || !task.mayAct() || isOfAnotherPosition(task)).toList();
    }

    private static boolean isOfAnotherPosition(Tasks.TaskSummary task) {
        var part = task.part();
        return part != null && part.doer() != null && !part.doer().own();
    }

    /** What the user's own units owe an answer to; for leaders all that they wait for. */
    private List<Tasks.TaskSummary> toExplain(Who who) {
        var query = Query.none().with("explanationOwed", true).with("limit", WAITING);
        return tasks.list(who.leads() ? query : query.with("mine", true)).items();
    }

    @GetMapping("/")
    String page(Model model) {
        var who = directory.who();
        model.addAttribute("who", who);
        try {
            model.addAttribute("tasks", tasks.list(Query.none().with("mine", true).with("timeClass", OPEN)));
            model.addAttribute("explanations", toExplain(who));
            if (who.receives() || who.gives()) {
                model.addAttribute("waiting", toDecide(who, Query.none().with("workState", "submitted")));
                model.addAttribute("returned", toDecide(who, Query.none().with("returned", true)));
                model.addAttribute("extensions", toDecide(who, Query.none().with("extensionAsked", true)));
            }
        } catch (Refused away) {
            model.addAttribute("tasksAway", away.problem());
        }
        try {
            model.addAttribute("reportsToExplain", reports.toExplain(who.receives()));
            model.addAttribute("targetsToExplain", measured.toExplain(who.receives()));
            model.addAttribute("reports", reports.mine());
            model.addAttribute("targets", measured.dueNow());
            if (who.receives()) {
                model.addAttribute("received", reports.submitted(WAITING));
            }
            model.addAttribute("toSign", reports.toSign(WAITING));
        } catch (Refused away) {
            model.addAttribute("reportsAway", away.problem());
        }
        return "my-work";
    }
}
