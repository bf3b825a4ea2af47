package vn.dondoc.console.measurement;

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
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Targets;

/** Figures of many targets from a workbook: what it would write is shown first. */
@Controller
class FigureSheetController {

    private final TargetCalls targets;
    private final Problems problems;

    FigureSheetController(TargetCalls targets, Problems problems) {
        this.targets = targets;
        this.problems = problems;
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
        try {
            if (file == null || file.isEmpty()) {
                throw new Refused(problems.of(400, "FILE_MISSING", LocaleContextHolder.getLocale()));
            }
            var preview = targets.look(file.getResource(), key);
            if (!preview.broken().isEmpty()) {
                response.setStatus(422);
            }
            return show(preview, null, model);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(null, refused.problem(), model);
        }
    }

    @PostMapping("/targets/workbook/{id}")
    String confirm(@PathVariable String id, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            after.addFlashAttribute("taken", WrittenFigures.of(targets.confirm(id)));
            return "redirect:/targets/workbook";
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(null, refused.problem(), model);
        }
    }

    private static String show(Targets.@Nullable SheetPreview preview, @Nullable Problem problem, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute("problem", problem);
        return "targets/workbook";
    }
}
