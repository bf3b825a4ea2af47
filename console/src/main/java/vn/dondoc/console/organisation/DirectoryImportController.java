package vn.dondoc.console.organisation;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.page.WorkbookSteps;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;

/** The directory from a workbook: what it would do is shown first, and nothing is written before that is confirmed. */
@Controller
class DirectoryImportController {

    private final OrganisationCalls calls;
    private final WorkbookSteps steps;

    DirectoryImportController(OrganisationCalls calls, WorkbookSteps steps) {
        this.calls = calls;
        this.steps = steps;
    }

    @GetMapping("/organisation/import")
    String page(Model model) {
        return show(null, null, model);
    }

    @PostMapping("/organisation/import")
    String look(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false) @Nullable String key, Model model, HttpServletResponse response) {
        return steps.look(file, sheet -> calls.look(sheet, key), preview -> !preview.broken().isEmpty(), shown(model), response);
    }

    @PostMapping("/organisation/import/{id}")
    String confirm(@PathVariable String id, Model model, RedirectAttributes after, HttpServletResponse response) {
        return steps.confirm(() -> {
            after.addFlashAttribute("imported", WrittenRows.of(calls.confirm(id)));
            return "redirect:/organisation/import";
        }, shown(model), response);
    }

    private static WorkbookSteps.Show<Organisation.ImportPreview> shown(Model model) {
        return (preview, problem) -> show(preview, problem, model);
    }

    private static String show(Organisation.@Nullable ImportPreview preview, @Nullable Problem problem, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute("problem", problem);
        return "organisation/import";
    }
}
