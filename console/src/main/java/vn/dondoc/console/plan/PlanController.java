package vn.dondoc.console.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.measurement.Measured;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.id.PlanId;

/** Published plans. */
@Controller
class PlanController {

    private final PlanCalls plans;
    private final AmendmentCalls amendments;
    private final Directory directory;
    private final Measured measured;

    PlanController(PlanCalls plans, AmendmentCalls amendments, Directory directory, Measured measured) {
        this.measured = measured;
        this.amendments = amendments;
        this.plans = plans;
        this.directory = directory;
    }

    @GetMapping("/plans")
    String list(
            @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        var query = Query.none().with("commune", commune).with("q", q).with("after", after);
        var page = plans.plans(query);
        var next = page.next();
        model.addAttribute("page", page);
        model.addAttribute("next", next == null ? null : query.page("/plans", next));
        model.addAttribute("q", q);
        model.addAttribute("commune", commune);
        if (part != null) {
            return "plans/list :: results";
        }
        var who = directory.who();
        model.addAttribute("who", who);
        model.addAttribute("communes", who.province() ? directory.communes() : null);
        model.addAttribute("drafts", who.readsDrafts() ? openDrafts() : null);
        return "plans/list";
    }

    @GetMapping("/plans/{id}")
    String page(@PathVariable PlanId id, Model model) {
        var plan = plans.plan(id);
        model.addAttribute("plan", plan);
        model.addAttribute("watched", plan.watched().stream().collect(Collectors.groupingBy(
                row -> Objects.requireNonNullElse(row.part(), "duties"), LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("measured", plan.targets().isEmpty() ? Map.of() : measured.of(id));
        model.addAttribute("relations", amendments.relations(id));
        model.addAttribute("mayAmend", directory.who().readsDrafts());
        model.addAttribute("mayPlace", directory.who().receives());
        model.addAttribute("programmes", directory.who().receives() ? directory.programmes() : List.of());
        return "plans/one";
    }

    /** The programme that it carries out; empty for none. What was typed stays where it is refused. */
    @PostMapping("/plans/{id}/programme")
    String name(
            @PathVariable PlanId id, @RequestParam(defaultValue = "") String programme, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") long version, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            amendments.name(id, programme.isBlank() ? null : programme, reason, version);
            after.addFlashAttribute("said", "programme.said");
            return "redirect:/plans/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("problem", refused.problem());
            model.addAttribute("typed", Map.of("programme", programme, "reason", reason));
            return page(id, model);
        }
    }

    private @Nullable Object openDrafts() {
        try {
            return plans.drafts().items().stream().filter(draft -> !draft.status().equals("published")).toList();
        } catch (Refused refused) {
            return null;
        }
    }
}
