package vn.dondoc.console.measurement;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
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
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.contracts.id.TargetId;

/** One target: its figure, what was told of it, and how the figure comes about. */
@Controller
class TargetController {

    private static final String ACTIONS = "{action:measurement|correction|definition|base|explanation-request|explanation}";

    private final TargetCalls targets;
    private final Problems problems;

    TargetController(TargetCalls targets, Problems problems) {
        this.targets = targets;
        this.problems = problems;
    }

    @GetMapping("/targets/{id}")
    String page(@PathVariable TargetId id, Model model) {
        return show(id, null, null, null, model);
    }

    /** The address of a form that was refused, asked for again: the target itself. */
    @GetMapping("/targets/{id}/" + ACTIONS)
    String again(@PathVariable TargetId id) {
        return "redirect:/targets/" + id.value();
    }

    @PostMapping("/targets/{id}/" + ACTIONS)
    String act(
            @PathVariable TargetId id, @PathVariable String action, @ModelAttribute("typed") TargetForm form, Model model, RedirectAttributes after,
            HttpServletResponse response) {
        try {
            if (form.isShareUnreadable()) {
                throw new Refused(problems.of(422, "TARGET_SHARE", LocaleContextHolder.getLocale()));
            }
            var body = form.body(action).orElseThrow(() -> new Refused(problems.of(400, "FORM", LocaleContextHolder.getLocale())));
            targets.act(id, action, body, form.key(), Objects.requireNonNullElse(form.version(), 0L));
            after.addFlashAttribute("said", "target.said." + action);
            return "redirect:/targets/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, form, action, refused.problem(), model);
        }
    }

    /** @param form what was typed and refused; null where nothing was */
    private String show(TargetId id, @Nullable TargetForm form, @Nullable String action, @Nullable Problem problem, Model model) {
        var target = targets.get(id);
        model.addAttribute("target", target);
        model.addAttribute("points", Point.of(target));
        model.addAttribute("rows", target.summary().share() == null || target.summary().withdrawnOn() != null ? null : targets.rows(id));
        model.addAttribute("ways", TargetArithmetic.values());
        model.addAttribute("form", form);
        model.addAttribute("refusedAt", action);
        model.addAttribute("problem", problem);
        return "targets/one";
    }
}
