package vn.dondoc.console.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
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
        return "plans/one";
    }

    private @Nullable Object openDrafts() {
        try {
            return plans.drafts().items().stream().filter(draft -> !draft.status().equals("published")).toList();
        } catch (Refused refused) {
            return null;
        }
    }
}
