package vn.dondoc.console.timekeeping;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.id.UnitId;

/** "Thời hạn và nhắc việc": how a commune or a province keeps time, beside what the level above has. */
@Controller
class SettingsController {

    private final TimekeepingCalls calls;
    private final OwnPlace place;
    private final Problems problems;

    SettingsController(TimekeepingCalls calls, OwnPlace place, Problems problems) {
        this.calls = calls;
        this.place = place;
        this.problems = problems;
    }

    @GetMapping("/settings")
    String own() {
        return "redirect:/settings/" + place.unit().orElseThrow(() -> refused(404, "NOT_FOUND")).value();
    }

    @GetMapping("/settings/{unit}")
    String page(@PathVariable UnitId unit, Model model) {
        return show(unit, null, null, model);
    }

    @PostMapping("/settings/{unit}")
    String change(
            @PathVariable UnitId unit, @ModelAttribute("typed") SettingsForm typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            var wanted = typed.wanted().orElseThrow(() -> refused(400, "FORM"));
            calls.change(unit, wanted, typed.versionSeen());
            after.addFlashAttribute("said", "settings.said");
            return "redirect:/settings/" + unit.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(unit, typed, refused.problem(), model);
        }
    }

    private String show(UnitId unit, @Nullable SettingsForm typed, @Nullable Problem problem, Model model) {
        var settings = calls.settings(unit);
        model.addAttribute("settings", settings);
        model.addAttribute("form", typed == null ? SettingsForm.of(settings) : typed);
        model.addAttribute("ofProvince", settings.aboveName() == null);
        model.addAttribute("aboveLeft", SettingsForm.days(settings.above().daysLeft()));
        model.addAttribute("aboveLate", SettingsForm.days(settings.above().daysLate()));
        model.addAttribute("problem", problem);
        return "timekeeping/settings";
    }

    private Refused refused(int status, String code) {
        return new Refused(problems.of(status, code, LocaleContextHolder.getLocale()));
    }
}
