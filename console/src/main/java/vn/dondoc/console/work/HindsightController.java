package vn.dondoc.console.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;

/** What was overdue on a past day, as was known then: the same answer however often it is asked. */
@Controller
class HindsightController {

    private final TaskCalls tasks;
    private final Directory directory;

    HindsightController(TaskCalls tasks, Directory directory) {
        this.tasks = tasks;
        this.directory = directory;
    }

    @GetMapping("/tasks/overdue-on")
    String page(
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var who = directory.who();
        model.addAttribute("communes", who.province() ? directory.communes() : List.of());
        model.addAttribute("day", day);
        model.addAttribute("commune", commune);
        model.addAttribute("programme", programme);
        if (day != null && !day.isBlank()) {
            var query = Query.none().with("day", day).with("commune", commune).with("programme", programme);
            try {
                var page = tasks.overdueOn(query.and("after", after));
                model.addAttribute("page", page);
                model.addAttribute("next", page.next() == null ? null : query.page("/tasks/overdue-on", page.next()));
            } catch (Refused refused) {
                model.addAttribute("refused", refused.problem());
            }
        }
        return "tasks/overdue-on";
    }
}
