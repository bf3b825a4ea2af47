package vn.dondoc.console.work;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Processes;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** One decision on the tasks that were ticked in a list; what came of it is told above the list it came from. */
@Controller
class BulkController {

    private final TaskCalls tasks;
    private final Problems problems;

    BulkController(TaskCalls tasks, Problems problems) {
        this.tasks = tasks;
        this.problems = problems;
    }

    @PostMapping("/tasks/acts")
    String act(
            @ModelAttribute("filter") TaskFilter filter,
            @RequestParam(name = "task", required = false) @Nullable List<String> ticked,
            @RequestParam String act,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable List<String> lead,
            @RequestParam(required = false) @Nullable List<String> coordinating,
            @RequestParam String key,
            RedirectAttributes after) {
        try {
            var process = tasks.act(new Tasks.Acts(act, ids(ticked), reasonOf(act, reason), to(act, lead, coordinating)), key);
            after.addFlashAttribute("acted", Acted.of(process, titles(process, filter)));
        } catch (Refused refused) {
            after.addFlashAttribute("acted", Acted.refused(refused.problem()));
        }
        return "redirect:" + filter.address();
    }

    /** What stands in the field is not for an acceptance, whichever button was pressed. */
    private static @Nullable String reasonOf(String act, @Nullable String typed) {
        return act.equals("accept") || typed == null || typed.isBlank() ? null : typed.strip();
    }

    private Tasks.@Nullable Answerable to(String act, @Nullable List<String> lead, @Nullable List<String> coordinating) {
        return act.equals("reassign") ? new Tasks.Answerable(read(lead, UnitId::new), read(coordinating, UnitId::new)) : null;
    }

    private List<TaskId> ids(@Nullable List<String> ticked) {
        return read(ticked, TaskId::new);
    }

    private <T> List<T> read(@Nullable List<String> sent, Function<String, T> make) {
        var all = sent == null ? List.<String>of() : sent;
        if (!all.stream().allMatch(Ids::plausible)) {
            throw new Refused(problems.of(404, "NOT_FOUND", LocaleContextHolder.getLocale()));
        }
        return all.stream().map(make).toList();
    }

    /** Of the page they were ticked on; one that is not found there any more is named by its id. */
    private Map<String, String> titles(Processes.Process process, TaskFilter filter) {
        if (process.refused().isEmpty()) {
            return Map.of();
        }
        try {
            return tasks.list(filter.query()).items().stream()
                    .collect(Collectors.toMap(task -> task.id().value(), Tasks.TaskSummary::title, (one, _) -> one));
        } catch (Refused away) {
            return Map.of();
        }
    }
}
