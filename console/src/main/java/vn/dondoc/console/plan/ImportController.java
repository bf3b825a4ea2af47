package vn.dondoc.console.plan;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.problem.Problems;

/** A document goes in here and becomes a draft. */
@Controller
class ImportController {

    private final PlanCalls plans;
    private final Directory directory;
    private final Problems problems;

    ImportController(PlanCalls plans, Directory directory, Problems problems) {
        this.plans = plans;
        this.directory = directory;
        this.problems = problems;
    }

    @GetMapping("/plans/import")
    String page(Model model) {
        var who = directory.who();
        model.addAttribute("communes", who.province() ? directory.communes() : null);
        return "plans/import";
    }

    @PostMapping("/plans/import")
    String upload(
            @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable String commune, Model model, HttpServletResponse response) {
        try {
            if (file.isEmpty()) {
                throw new Refused(problems.of(422, "EMPTY_FILE", LocaleContextHolder.getLocale()));
            }
            return "redirect:/plans/drafts/" + plans.upload(file.getResource(), commune).id().value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("problem", refused.problem());
            return page(model);
        }
    }
}
