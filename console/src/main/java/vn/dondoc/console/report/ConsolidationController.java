package vn.dondoc.console.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.id.ConsolidationId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.RuleId;

/** Reports put together: received, edited section by section, signed off, issued, corrected, downloaded. */
@Controller
class ConsolidationController {

    private static final String PAGE = "/reports/consolidations";

    private final ConsolidationCalls calls;
    private final Problems problems;

    ConsolidationController(ConsolidationCalls calls, Problems problems) {
        this.calls = calls;
        this.problems = problems;
    }

    @GetMapping("/reports/consolidations")
    String list(
            @RequestParam(required = false) @Nullable String rule, @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String after, Model model) {
        return list(rule, period, after, null, model);
    }

    @PostMapping("/reports/consolidations")
    String open(
            @RequestParam(defaultValue = "") String rule, @RequestParam(defaultValue = "") String period, @RequestParam(required = false) @Nullable String key,
            Model model, HttpServletResponse response) {
        try {
            if (!Ids.plausible(rule)) {
                return "redirect:/reports/day";
            }
            return "redirect:" + PAGE + "/" + calls.open(new RuleId(rule), period, key).summary().id();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return list(null, null, null, refused.problem(), model);
        }
    }

    @GetMapping("/reports/consolidations/{id}")
    String one(@PathVariable ConsolidationId id, @RequestParam(required = false) @Nullable String edit, Model model) {
        return show(id, null, edit == null ? null : new Typed(edit, null), model);
    }

    @PostMapping("/reports/consolidations/{id}/intake")
    String take(
            @PathVariable ConsolidationId id, @RequestParam(defaultValue = "0") long version, @RequestParam(required = false) @Nullable String key, Model model,
            HttpServletResponse response, RedirectAttributes after) {
        return acted(id, "consolidation.said.taken", () -> calls.take(id, version, key), null, model, response, after);
    }

    /** What was typed stays, also where somebody else was first: their text stands above the field. */
    @PostMapping("/reports/consolidations/{id}/sections/{section}")
    String write(
            @PathVariable ConsolidationId id, @PathVariable String section, @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable String basis, @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String key, Model model, HttpServletResponse response, RedirectAttributes after) {
        var words = draft == null ? text : "";
        return acted(id, "consolidation.said.written", () -> calls.write(id, section, new Consolidations.SectionText(words, basis), version, key), new Typed(section, words), model, response, after);
    }

    @PostMapping("/reports/consolidations/{id}/presentation")
    String present(
            @PathVariable ConsolidationId id, @RequestParam(defaultValue = "0") long version, @RequestParam(required = false) @Nullable String key, Model model,
            HttpServletResponse response, RedirectAttributes after) {
        return acted(id, "consolidation.said.presented", () -> calls.present(id, version, key), null, model, response, after);
    }

    @PostMapping("/reports/consolidations/{id}/signing")
    String sign(
            @PathVariable ConsolidationId id, @RequestParam(defaultValue = "0") long version, @RequestParam(required = false) @Nullable Integer signatory,
            @RequestParam(required = false) @Nullable String key, Model model, HttpServletResponse response, RedirectAttributes after) {
        return acted(id, "consolidation.said.signed", () -> {
            var forms = calls.one(id).signatories();
            var form = signatory == null || signatory < 0 || signatory >= forms.size() ? null : forms.get(signatory);
            calls.sign(id, new Consolidations.SignOff(form), version, key);
        }, null, model, response, after);
    }

    @PostMapping("/reports/consolidations/{id}/reopening")
    String reopen(
            @PathVariable ConsolidationId id, @RequestParam(defaultValue = "0") long version, @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String key, Model model, HttpServletResponse response, RedirectAttributes after) {
        return acted(id, "consolidation.said.reopened", () -> calls.reopen(id, reason, version, key), null, model, response, after);
    }

    @PostMapping("/reports/consolidations/{id}/issue")
    String issue(
            @PathVariable ConsolidationId id, @RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "0") long version, Model model, HttpServletResponse response, RedirectAttributes after) {
        if (file == null || file.isEmpty()) {
            response.setStatus(422);
            return show(id, problems.of(422, "CONSOLIDATION_FILE", LocaleContextHolder.getLocale()), null, model);
        }
        var fulfils = typed.getOrDefault("fulfils", "");
        var fields = Query.none().with("number", typed.getOrDefault("number", "")).with("issuedOn", typed.getOrDefault("issuedOn", ""))
                .with("fulfils", fulfils.isBlank() ? null : fulfils);
        return acted(id, "consolidation.said.issued", () -> calls.issue(id, file.getResource(), fields, version), null, model, response, after);
    }

    /** @param text null where nothing was typed yet */
    public record Typed(String section, @Nullable String text) {}

    private String acted(
            ConsolidationId id, String said, Runnable call, @Nullable Typed typed, Model model, HttpServletResponse response, RedirectAttributes after) {
        try {
            call.run();
            after.addFlashAttribute("said", said);
            return "redirect:" + PAGE + "/" + id + (typed == null ? "" : "#part-" + typed.section());
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, refused.problem(), typed, model);
        }
    }

    private String show(ConsolidationId id, @Nullable Problem problem, @Nullable Typed typed, Model model) {
        model.addAttribute("whole", calls.one(id));
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        return "reports/consolidation";
    }

    private String list(@Nullable String rule, @Nullable String period, @Nullable String after, @Nullable Problem problem, Model model) {
        var query = Query.none().with("rule", rule).with("period", period).with("after", after);
        var page = calls.list(query);
        model.addAttribute("page", page);
        model.addAttribute("next", page.next() == null ? null : query.page(PAGE, page.next()));
        model.addAttribute("problem", problem);
        return "reports/consolidations";
    }
}
