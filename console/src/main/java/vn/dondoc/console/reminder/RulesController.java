package vn.dondoc.console.reminder;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.console.timekeeping.OwnPlace;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.id.UnitId;

/** "Quy tắc nhắc việc": who is told of which step; looked at before it is saved, and reset in one step. */
@Controller
class RulesController {

    private final ReminderCalls calls;
    private final OwnPlace place;
    private final Problems problems;

    RulesController(ReminderCalls calls, OwnPlace place, Problems problems) {
        this.calls = calls;
        this.place = place;
        this.problems = problems;
    }

    @GetMapping("/reminder-rules")
    String own() {
        return "redirect:/reminder-rules/" + place.unit().orElseThrow(() -> new Refused(problems.of(404, "NOT_FOUND", LocaleContextHolder.getLocale()))).value();
    }

    @GetMapping("/reminder-rules/{unit}")
    String page(@PathVariable UnitId unit, Model model) {
        return show(unit, null, null, null, model);
    }

    @PostMapping("/reminder-rules/{unit}")
    String change(
            @PathVariable UnitId unit, @RequestParam MultiValueMap<String, String> fields, @RequestParam(defaultValue = "save") String act,
            @RequestParam(defaultValue = "0") long version, Model model, HttpServletResponse response, RedirectAttributes after) {
        var typed = act.equals("reset") ? new ReminderRules.Wanted(List.of()) : new RulesForm(fields).wanted();
        try {
            if (act.equals("preview")) {
                return show(unit, typed, calls.preview(unit, typed), null, model);
            }
            calls.change(unit, typed, version);
            after.addFlashAttribute("said", act.equals("reset") ? "rules.said.reset" : "rules.said");
            return "redirect:/reminder-rules/" + unit.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(unit, typed, null, refused.problem(), model);
        }
    }

    private String show(
            UnitId unit, ReminderRules.@Nullable Wanted typed, ReminderRules.@Nullable Preview preview, @Nullable Problem problem, Model model) {
        var rules = calls.rules(unit);
        model.addAttribute("rules", typed == null ? rules : RulesForm.over(rules, typed));
        model.addAttribute("preview", preview);
        model.addAttribute("problem", problem);
        return "reminders/rules";
    }
}
