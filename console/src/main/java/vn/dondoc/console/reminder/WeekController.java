package vn.dondoc.console.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.console.timekeeping.OwnPlace;
import vn.dondoc.contracts.id.UnitId;

/** What the system urged in a week, and what came of it. */
@Controller
class WeekController {

    private final ReminderCalls calls;
    private final OwnPlace place;
    private final Problems problems;

    WeekController(ReminderCalls calls, OwnPlace place, Problems problems) {
        this.calls = calls;
        this.place = place;
        this.problems = problems;
    }

    @GetMapping("/urged")
    String own() {
        return "redirect:/urged/" + place.unit().orElseThrow(() -> new Refused(problems.of(404, "NOT_FOUND", LocaleContextHolder.getLocale()))).value();
    }

    @GetMapping({"/urged/{unit}", "/urged/{unit}/{day}"})
    String page(@PathVariable UnitId unit, @PathVariable(required = false) @Nullable LocalDate day, Model model) {
        model.addAttribute("week", calls.week(unit, day));
        return "reminders/week";
    }
}
