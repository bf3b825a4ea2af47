package vn.dondoc.console.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.api.Amendments;
import vn.dondoc.contracts.id.DraftId;
import vn.dondoc.contracts.id.PlanId;

/** A published plan beside a document that was read, decided row by row; and files that join a draft or a plan. */
@Controller
class AmendmentController {

    private static final Set<String> SETTLED = Set.of("unchanged", "unmentioned");

    private final AmendmentCalls amendments;
    private final PlanCalls plans;
    private final Directory directory;

    AmendmentController(AmendmentCalls amendments, PlanCalls plans, Directory directory) {
        this.amendments = amendments;
        this.plans = plans;
        this.directory = directory;
    }

    @GetMapping("/plans/{id}/comparison")
    String compare(@PathVariable PlanId id, @RequestParam DraftId draft, @RequestParam(defaultValue = "whole") String scope, Model model) {
        var compared = amendments.compare(id, draft, scope);
        model.addAttribute("compared", compared);
        model.addAttribute("open", toBeDecided(compared).size());
        model.addAttribute("units", directory.units(compared.plan().commune()));
        return "plans/compare";
    }

    /** Each change is accepted or refused by its own field; a button decides the ones that were left open. */
    @PostMapping("/plans/{id}/amendments")
    String amend(
            @PathVariable PlanId id, @RequestParam DraftId draft, @RequestParam String scope, @RequestParam long version,
            @RequestParam long draftVersion, @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String rest, @RequestParam MultiValueMap<String, String> form, Model model,
            RedirectAttributes after, HttpServletResponse response) {
        try {
            var keys = toBeDecided(amendments.compare(id, draft, scope));
            var accepted = Stream.concat(chosen(keys, form, "accept", rest), form.getOrDefault("withdraw", List.of()).stream()).toList();
            var choice = new Amendments.Choice(draft, draftVersion, scope, accepted, chosen(keys, form, "refuse", rest).toList());
            amendments.amend(id, choice, version, key);
            after.addFlashAttribute("said", "compare.done");
            return "redirect:/plans/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("problem", refused.problem());
            return compare(id, draft, scope, model);
        }
    }

    /** The address of a form that was refused, asked for again. */
    @GetMapping({"/plans/{id}/amendments", "/plans/{id}/annexes"})
    String again(@PathVariable PlanId id) {
        return "redirect:/plans/" + id.value();
    }

    @PostMapping("/plans/drafts/{id}/annexes")
    String join(
            @PathVariable DraftId id, @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable String annex,
            @RequestParam long version, RedirectAttributes after) {
        try {
            amendments.join(id, file.getResource(), annex, version);
            after.addFlashAttribute("said", "annex.added");
        } catch (Refused refused) {
            after.addFlashAttribute("problem", refused.problem());
        }
        return "redirect:/plans/drafts/" + id.value();
    }

    /** An annex of a published plan is read first; what it adds is then accepted like any other change. */
    @PostMapping("/plans/{id}/annexes")
    String add(@PathVariable PlanId id, @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable String commune, RedirectAttributes after) {
        try {
            var draft = plans.upload(file.getResource(), commune);
            return "redirect:/plans/" + id.value() + "/comparison?scope=annex&draft=" + draft.id().value();
        } catch (Refused refused) {
            after.addFlashAttribute("problem", refused.problem());
            return "redirect:/plans/" + id.value();
        }
    }

    private static Stream<String> chosen(List<String> keys, MultiValueMap<String, String> form, String decision, String rest) {
        return keys.stream().filter(key -> {
            var said = form.getFirst("row." + key);
            return decision.equals(said == null || said.isEmpty() ? rest : said);
        });
    }

    private static List<String> toBeDecided(Amendments.Comparison compared) {
        return Stream.of(
                        compared.heading().isEmpty() ? Stream.<String>empty() : Stream.of("document"),
                        compared.tasks().stream().filter(one -> !SETTLED.contains(one.change())).map(Amendments.TaskPair::key),
                        compared.targets().stream().filter(one -> !SETTLED.contains(one.change())).map(Amendments.TargetPair::key),
                        compared.rules().stream().filter(one -> !SETTLED.contains(one.change())).map(Amendments.RulePair::key))
                .flatMap(keys -> keys).toList();
    }
}
