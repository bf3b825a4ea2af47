package vn.dondoc.console.measurement;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;

/** "Chỉ số ngoài kế hoạch": what a province or a commune measures without a plan that says so. */
@Controller
class IndicatorController {

    private final TargetCalls targets;
    private final MessageSource messages;
    private final Problems problems;

    IndicatorController(TargetCalls targets, MessageSource messages, Problems problems) {
        this.problems = problems;
        this.targets = targets;
        this.messages = messages;
    }

    @GetMapping("/targets/indicators")
    String page(@RequestParam(required = false) @Nullable String start, Model model) {
        return show(started(UsualIndicator.of(start)), null, model);
    }

    @PostMapping("/targets/indicators")
    String define(@ModelAttribute("form") IndicatorForm form, Model model, HttpServletResponse response, RedirectAttributes after) {
        if (form.isGoalUnreadable()) {
            response.setStatus(422);
            return show(form, problems.of(422, "INDICATOR_GOAL", LocaleContextHolder.getLocale()), model);
        }
        try {
            targets.define(form.wanted(), form.key());
            after.addFlashAttribute("said", "indicator.said");
            return "redirect:/targets/indicators";
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(form, refused.problem(), model);
        }
    }

    @PostMapping("/targets/indicators/{id}/withdrawal")
    String withdraw(@PathVariable String id, @RequestParam(required = false) @Nullable String key, Model model, HttpServletResponse response, RedirectAttributes after) {
        try {
            targets.withdraw(id, key);
            after.addFlashAttribute("said", "indicator.said.withdrawn");
            return "redirect:/targets/indicators";
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(IndicatorForm.empty(), refused.problem(), model);
        }
    }

    private IndicatorForm started(@Nullable UsualIndicator usual) {
        if (usual == null) {
            return IndicatorForm.empty();
        }
        var rhythm = usual.rhythm();
        return new IndicatorForm(
                word(usual, "code"), word(usual, "name"), usual.isShare() ? "%" : word(usual, "unit"), ">=", null, rhythm == null ? "" : rhythm.code(), word(usual, "source"), null, null, null);
    }

    private String word(UsualIndicator usual, String what) {
        return messages.getMessage("usualindicator." + usual.code() + "." + what, null, LocaleContextHolder.getLocale());
    }

    private String show(IndicatorForm form, @Nullable Problem problem, Model model) {
        model.addAttribute("all", targets.indicators());
        model.addAttribute("form", form);
        model.addAttribute("usual", List.of(UsualIndicator.values()));
        model.addAttribute("problem", problem);
        return "targets/indicators";
    }
}
