package vn.dondoc.console.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.id.PlanId;

/** Closes a plan: a choice for each open task, then a summary to confirm, then what came of it. */
@Controller
class ClosingController {

    private static final List<String> DECISIONS = List.of("move", "carry", "cancel");

    private final ClosingCalls closings;
    private final PlanCalls plans;
    private final PlanChoices choices;
    private final Directory directory;
    private final Problems problems;

    ClosingController(ClosingCalls closings, PlanCalls plans, PlanChoices choices, Directory directory, Problems problems) {
        this.closings = closings;
        this.plans = plans;
        this.choices = choices;
        this.directory = directory;
        this.problems = problems;
    }

    @GetMapping("/plans/{id}/closing")
    String page(@PathVariable PlanId id, Model model) {
        var closing = closings.closing(id);
        if (closing.state().equals("open")) {
            return choose(id, new ClosingForm(new LinkedMultiValueMap<>()), null, model);
        }
        model.addAttribute("plan", plans.plan(id).summary());
        model.addAttribute("closing", closing);
        return "plans/closed";
    }

    /** @param step edit, review or confirm: the button that was pressed */
    @PostMapping("/plans/{id}/closing")
    String close(
            @PathVariable PlanId id, @RequestParam(defaultValue = "review") String step, @RequestParam(defaultValue = "0") long version,
            @RequestParam(required = false) @Nullable String key, @RequestParam MultiValueMap<String, String> fields, Model model,
            RedirectAttributes after, HttpServletResponse response) {
        var form = new ClosingForm(fields);
        if (step.equals("edit")) {
            return choose(id, form, null, model);
        }
        var lines = form.lines(closings.open(id));
        var missing = form.missing(lines);
        if (missing.isPresent()) {
            response.setStatus(422);
            return choose(id, form, problems.of(422, missing.get(), LocaleContextHolder.getLocale()), model);
        }
        if (!step.equals("confirm")) {
            return review(id, form, lines, model);
        }
        try {
            closings.close(id, form.wanted(lines), version, key);
            after.addFlashAttribute("said", "closing.done");
            return "redirect:/plans/" + id.value() + "/closing";
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return choose(id, form, refused.problem(), model);
        }
    }

    private String choose(PlanId id, ClosingForm form, @Nullable Problem problem, Model model) {
        show(id, form, form.lines(closings.open(id)), model);
        model.addAttribute("problem", problem);
        return "plans/closing";
    }

    private String review(PlanId id, ClosingForm form, List<ClosingForm.Line> lines, Model model) {
        show(id, form, lines, model);
        var groups = new LinkedHashMap<String, List<ClosingForm.Line>>();
        DECISIONS.forEach(one -> groups.put(one, lines.stream().filter(line -> one.equals(line.decision())).toList()));
        model.addAttribute("groups", groups);
        model.addAttribute("commonDay", form.commonDay());
        return "plans/closing-review";
    }

    private void show(PlanId id, ClosingForm form, List<ClosingForm.Line> lines, Model model) {
        var plan = plans.plan(id).summary();
        model.addAttribute("plan", plan);
        model.addAttribute("closing", closings.closing(id));
        model.addAttribute("lines", lines);
        model.addAttribute("filled", form);
        model.addAttribute("targets", choices.of(plan.commune()).stream()
                .filter(other -> other.closedOn() == null && !other.id().equals(id) && other.commune().equals(plan.commune())).toList());
        model.addAttribute("may", directory.who().receives());
    }
}
