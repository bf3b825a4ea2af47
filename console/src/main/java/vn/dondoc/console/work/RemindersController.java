package vn.dondoc.console.work;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.TaskId;

/** The giver of one task names the days on which somebody is told of it. */
@Controller
class RemindersController {

    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");
    private static final Pattern FIGURES = Pattern.compile("\\d{1,3}(?:[,;\\s]+\\d{1,3})*");

    private final Backend backend;
    private final Problems problems;

    RemindersController(Backend backend, Problems problems) {
        this.backend = backend;
        this.problems = problems;
    }

    @PostMapping("/tasks/{id}/reminders")
    String set(@PathVariable TaskId id, @RequestParam(defaultValue = "") String daysLeft, @RequestParam long version, RedirectAttributes after) {
        try {
            var days = read(daysLeft).orElseThrow(() -> new Refused(problems.of(400, "FORM", LocaleContextHolder.getLocale())));
            backend.put(Service.TASK, "/api/tasks/{id}/reminders", new Tasks.OwnReminders(days), version, Tasks.Changed.class, id.value());
            after.addFlashAttribute("said", "task.said.reminders");
        } catch (Refused refused) {
            var why = refused.errors().isEmpty() ? refused.problem().detail() : refused.errors().getFirst().message();
            after.addFlashAttribute("remindersRefused", why);
        }
        return "redirect:/tasks/" + id.value();
    }

    /** Nothing where something else than figures was typed. */
    private static Optional<List<Integer>> read(String typed) {
        var bare = typed.strip();
        if (bare.isEmpty()) {
            return Optional.of(List.of());
        }
        return FIGURES.matcher(bare).matches()
                ? Optional.of(Arrays.stream(BETWEEN.split(bare)).map(Integer::valueOf).toList())
                : Optional.empty();
    }
}
