package vn.dondoc.console.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.TaskId;

/** One task: what it is, how it went, and the forms of what may be done now. Opening it acknowledges it. */
@Controller
class TaskController {

    /** Done now and then: it stands behind the three buttons that are used daily. */
    private static final String RARE = TaskAction.EXTENSION.word();

    private final TaskCalls tasks;
    private final Problems problems;

    TaskController(TaskCalls tasks, Problems problems) {
        this.tasks = tasks;
        this.problems = problems;
    }

    @GetMapping("/tasks/{id}")
    String page(
            @PathVariable TaskId id,
            @RequestParam(name = "do", required = false) @Nullable String wanted,
            @RequestHeader(name = "Sec-Purpose", required = false) @Nullable String purpose,
            Model model) {
        var task = opened(id, purpose);
        model.addAttribute("succession", tasks.succession(task));
        return show(task, wanted, TaskForm.empty(), null, model);
    }

    /** The form of one action for a row of a list. */
    @GetMapping(path = "/tasks/{id}/form", headers = "HX-Request")
    String form(@PathVariable TaskId id, @RequestParam(name = "do") String wanted, Model model) {
        show(opened(id, null), wanted, TaskForm.empty(), null, model);
        model.addAttribute("inline", true);
        return "tasks/parts :: form";
    }

    /** The address of a form that was refused, asked for again: the task itself. */
    @GetMapping("/tasks/{id}/{action}")
    String again(@PathVariable TaskId id) {
        return "redirect:/tasks/" + id.value();
    }

    @PostMapping("/tasks/{id}/{action}")
    String act(
            @PathVariable TaskId id,
            @PathVariable String action,
            @ModelAttribute("form") TaskForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var wanted = TaskAction.of(action).orElseThrow(() -> refused(404, "NOT_FOUND"));
        try {
            var body = form.body(wanted).orElseThrow(() -> refused(400, "FORM"));
            var task = tasks.act(id, wanted, body, form.key());
            if (part != null) {
                model.addAllAttributes(Map.of("task", task.summary(), "said", "task.said." + wanted.word()));
                return "tasks/parts :: acted";
            }
            after.addFlashAttribute("said", "task.said." + wanted.word());
            return "redirect:/tasks/" + id.value();
        } catch (Refused refused) {
            if (part != null) {
                throw refused;
            }
            response.setStatus(refused.status());
            return show(tasks.get(id), action, form, refused.problem(), model);
        }
    }

    /** A browser that only looks ahead has not opened anything. */
    private Tasks.Task opened(TaskId id, @Nullable String purpose) {
        var task = tasks.get(id);
        var mayAcknowledge = task.actions().contains("acknowledgement");
        return mayAcknowledge && purpose == null ? tasks.acknowledge(id) : task;
    }

    private static String show(Tasks.Task task, @Nullable String wanted, TaskForm form, @Nullable Problem problem, Model model) {
        model.addAttribute("task", task);
        var offered = offered(task);
        model.addAttribute("offered", offered.stream().filter(word -> !word.equals(RARE)).toList());
        model.addAttribute("rare", offered.stream().filter(RARE::equals).toList());
        model.addAttribute("doing", TaskAction.of(wanted).filter(action -> task.actions().contains(action.path())).map(TaskAction::word).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        return "tasks/one";
    }

    private static List<String> offered(Tasks.Task task) {
        return Arrays.stream(TaskAction.values())
                .filter(action -> task.actions().contains(action.path()))
                .map(TaskAction::word)
                .toList();
    }

    private Refused refused(int status, String code) {
        return new Refused(problems.of(status, code, LocaleContextHolder.getLocale()));
    }
}
