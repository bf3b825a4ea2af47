package vn.dondoc.console.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.contracts.id.TaskId;

/** One task: what it is, how it went, and the forms of what may be done now. Opening it acknowledges it. */
@Controller
class TaskController {

    private final TaskCalls tasks;
    private final Problems problems;
    private final Directory directory;
    private final TaskUploads uploads;

    TaskController(TaskCalls tasks, Problems problems, Directory directory, TaskUploads uploads) {
        this.tasks = tasks;
        this.problems = problems;
        this.directory = directory;
        this.uploads = uploads;
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
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var wanted = TaskAction.of(action).orElseThrow(() -> refused(404, "NOT_FOUND"));
        try {
            var body = form.body(wanted).orElseThrow(() -> unreadable(form));
            var task = tasks.act(id, wanted, uploads.with(id, body, files, form.key()), form.key());
            if (part != null) {
                model.addAllAttributes(Map.of("task", task.summary(), "said", said(wanted, task.summary())));
                return "tasks/parts :: acted";
            }
            after.addFlashAttribute("said", said(wanted, task.summary()));
            return "redirect:/tasks/" + id.value();
        } catch (Refused refused) {
            if (part != null) {
                throw refused;
            }
            response.setStatus(refused.status());
            return show(tasks.get(id), action, form, refused.problem(), model);
        }
    }

    /** Of several lead units the first ones say that their share is done, not the task. */
    private static String said(TaskAction action, Tasks.TaskSummary after) {
        var share = action == TaskAction.COMPLETION && after.workState() == WorkState.IN_PROGRESS;
        return "task.said." + (share ? "share" : action.word());
    }

    /** A browser that only looks ahead has not opened anything. */
    private Tasks.Task opened(TaskId id, @Nullable String purpose) {
        var task = tasks.get(id);
        var mayAcknowledge = task.actions().contains("acknowledgement");
        return mayAcknowledge && purpose == null ? tasks.acknowledge(id) : task;
    }

    private String show(Tasks.Task task, @Nullable String wanted, TaskForm form, @Nullable Problem problem, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("offered", offered(task, false));
        model.addAttribute("rare", offered(task, true));
        model.addAttribute("mayStep", task.actions().contains(TaskAction.STEP.path()));
        model.addAttribute("mayFollow", task.actions().contains(TaskAction.FOLLOWING.path()));
        var doing = TaskAction.of(wanted).filter(action -> task.actions().contains(action.path()));
        model.addAttribute("doing", doing.map(TaskAction::word).orElse(null));
        if (doing.filter(action -> action == TaskAction.REASSIGNMENT).isPresent()) {
            model.addAttribute("units", directory.units(task.summary().commune()));
        }
        model.addAttribute("form", form);
        model.addAttribute("figures", FigureRow.offered(form, task));
        model.addAttribute("problem", problem);
        return "tasks/one";
    }

    private static List<String> offered(Tasks.Task task, boolean rare) {
        var answering = task.actions().contains(TaskAction.INSISTENCE.path());
        return Arrays.stream(TaskAction.values())
                .filter(action -> !action.elsewhere() && action.rare(answering) == rare)
                .filter(action -> task.actions().contains(action.path()))
                .map(TaskAction::word)
                .toList();
    }

    /** The numbers that are none, each with what was typed. */
    private Refused unreadable(TaskForm form) {
        var locale = LocaleContextHolder.getLocale();
        var rows = form.filled().toList();
        var errors = IntStream.range(0, rows.size()).boxed().flatMap(at -> rows.get(at).wrong().entrySet().stream().map(
                one -> problems.error("figures[" + at + "]." + one.getKey(), one.getValue().isEmpty() ? "FIGURE_MISSING" : "FIGURE_NO_NUMBER", locale,
                        rows.get(at).called(), one.getValue()))).toList();
        return new Refused(problems.of(400, "FORM", locale, errors.isEmpty() ? null : errors));
    }

    private Refused refused(int status, String code) {
        return new Refused(problems.of(status, code, LocaleContextHolder.getLocale()));
    }
}
