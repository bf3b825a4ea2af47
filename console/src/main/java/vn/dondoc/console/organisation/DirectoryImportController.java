package vn.dondoc.console.organisation;

import jakarta.servlet.http.HttpServletResponse;
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
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;

/** The directory from a workbook: what it would do is shown first, and nothing is written before that is confirmed. */
@Controller
class DirectoryImportController {

    private final OrganisationCalls calls;
    private final Problems problems;

    DirectoryImportController(OrganisationCalls calls, Problems problems) {
        this.calls = calls;
        this.problems = problems;
    }

    @GetMapping("/organisation/import")
    String page(Model model) {
        return show(null, null, model);
    }

    @PostMapping("/organisation/import")
    String look(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false) @Nullable String key, Model model, HttpServletResponse response) {
        try {
            if (file == null || file.isEmpty()) {
                throw new Refused(problems.of(400, "FILE_MISSING", LocaleContextHolder.getLocale()));
            }
            var preview = calls.look(file.getResource(), key);
            if (!preview.broken().isEmpty()) {
                response.setStatus(422);
            }
            return show(preview, null, model);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(null, refused.problem(), model);
        }
    }

    @PostMapping("/organisation/import/{id}")
    String confirm(@PathVariable String id, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            after.addFlashAttribute("imported", WrittenRows.of(calls.confirm(id)));
            return "redirect:/organisation/import";
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(null, refused.problem(), model);
        }
    }

    private static String show(Organisation.@Nullable ImportPreview preview, @Nullable Problem problem, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute("problem", problem);
        return "organisation/import";
    }
}
