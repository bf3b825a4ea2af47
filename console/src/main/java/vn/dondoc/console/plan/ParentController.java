package vn.dondoc.console.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PlanId;

/** Names the plan above a draft or a plan: proposed ones first, others by their number or title. */
@Controller
class ParentController {

    private static final int MOST = 20;

    private final PlanCalls plans;
    private final AmendmentCalls relations;
    private final DraftChanges changes;

    ParentController(PlanCalls plans, AmendmentCalls relations, DraftChanges changes) {
        this.plans = plans;
        this.relations = relations;
        this.changes = changes;
    }

    /**
     * What the plan above is chosen for.
     *
     * @param address of its page
     * @param itself no plan stands above itself; null for a draft
     * @param version of a plan, for the form; null for a draft, the newest version of which is taken
     */
    public record Below(String title, String address, @Nullable PlanId itself, Plans.@Nullable PlanSummary parent, List<Plans.PlanSummary> proposed,
            @Nullable Long version) {}

    @GetMapping("/plans/drafts/{id}/parent")
    String ofDraft(@PathVariable DraftId id, @RequestParam(required = false) @Nullable String q, Model model) {
        return choose(draft(id), q, model);
    }

    @GetMapping("/plans/{id}/parent")
    String ofPlan(@PathVariable PlanId id, @RequestParam(required = false) @Nullable String q, Model model) {
        return choose(plan(id), q, model);
    }

    /** @param plan the one above; empty where it stands alone from now on */
    @PostMapping("/plans/drafts/{id}/parent")
    String placeDraft(
            @PathVariable DraftId id, @RequestParam(defaultValue = "") String plan, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            changes.place(id, named(plan));
            return placed("/plans/drafts/" + id.value(), after);
        } catch (Refused refused) {
            return refused(draft(id), refused, model, response);
        }
    }

    @PostMapping("/plans/{id}/parent")
    String placePlan(
            @PathVariable PlanId id, @RequestParam(defaultValue = "") String plan, @RequestParam long version, Model model, RedirectAttributes after,
            HttpServletResponse response) {
        try {
            relations.place(id, named(plan), version);
            return placed("/plans/" + id.value(), after);
        } catch (Refused refused) {
            return refused(plan(id), refused, model, response);
        }
    }

    private static String placed(String address, RedirectAttributes after) {
        after.addFlashAttribute("said", "parent.said");
        return "redirect:" + address;
    }

    private String refused(Below below, Refused refused, Model model, HttpServletResponse response) {
        response.setStatus(refused.status());
        model.addAttribute("problem", refused.problem());
        return choose(below, null, model);
    }

    private String choose(Below below, @Nullable String q, Model model) {
        model.addAttribute("below", below);
        model.addAttribute("q", q);
        model.addAttribute("version", below.version());
        var found = q == null || q.isBlank() ? List.<Plans.PlanSummary>of() : plans.plans(Query.none().with("q", q).with("limit", MOST)).items();
        model.addAttribute("found", q == null || q.isBlank() ? null : found.stream().filter(one -> !one.id().equals(below.itself())).toList());
        model.addAttribute("choices", Stream.concat(below.proposed().stream(), found.stream())
                .filter(one -> !one.id().equals(below.itself()) && (below.parent() == null || !one.id().equals(below.parent().id()))).distinct().toList());
        return "plans/parent";
    }

    private Below draft(DraftId id) {
        var draft = plans.draft(id);
        var known = relations.relations(id);
        var title = draft.content().document().title();
        return new Below(
                title == null ? draft.fileName() : title, "/plans/drafts/" + id.value(), null, known == null ? null : known.parent(),
                known == null ? List.of() : known.plans().stream().filter(one -> one.as().equals("cited")).map(one -> one.plan()).toList(), null);
    }

    private Below plan(PlanId id) {
        var plan = plans.plan(id).summary();
        var known = relations.relations(id);
        return new Below(
                plan.title(), "/plans/" + id.value(), id, known == null ? null : known.parent(), known == null ? List.of() : known.proposed(),
                known == null ? null : known.version());
    }

    private static @Nullable PlanId named(String plan) {
        return Ids.plausible(plan) ? new PlanId(plan) : null;
    }
}
