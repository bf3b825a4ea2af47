package vn.dondoc.console.measurement;

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
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Targets;

/** Figures of many targets from a workbook: what it would write is shown first. */
@Controller
class FigureSheetController {

    private final TargetCalls targets;
    private final WorkbookSteps steps;

    FigureSheetController(TargetCalls targets, WorkbookSteps steps) {
        this.targets = targets;
        this.steps = steps;
    }

    @GetMapping("/targets/workbook")
    String page(
            @RequestParam(required = false) @Nullable String plan, @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String unit, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("commune", commune);
        model.addAttribute("unit", unit);
        return show(null, null, model);
    }

    @PostMapping("/targets/workbook")
    String look(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false) @Nullable String key, Model model, HttpServletResponse response) {
        return steps.look(file, sheet -> targets.look(sheet, key), preview -> !preview.broken().isEmpty(), shown(model), response);
    }

    @PostMapping("/targets/workbook/{id}")
    String confirm(@PathVariable String id, Model model, RedirectAttributes after, HttpServletResponse response) {
        return steps.confirm(() -> {
            after.addFlashAttribute("taken", WrittenFigures.of(targets.confirm(id)));
            return "redirect:/targets/workbook";
        }, shown(model), response);
    }

    private static WorkbookSteps.Show<Targets.SheetPreview> shown(Model model) {
        return (preview, problem) -> show(preview, problem, model);
    }

    private static String show(Targets.@Nullable SheetPreview preview, @Nullable Problem problem, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute("problem", problem);
        return "targets/workbook";
    }
}
