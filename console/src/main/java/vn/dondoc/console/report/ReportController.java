package vn.dondoc.console.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.id.ReportId;

/** One report: its form, what was sent, and what the receiver decided. */
@Controller
class ReportController {

    private final ReportCalls reports;

    ReportController(ReportCalls reports) {
        this.reports = reports;
    }

    @GetMapping("/reports/{id}")
    String page(@PathVariable ReportId id, Model model) {
        var obligation = reports.get(id);
        return show(obligation, ReportForm.prefilled(obligation), null, model);
    }

    /** The address of a form that was refused, asked for again: the report itself. */
    @GetMapping("/reports/{id}/{action:submission|acceptance|return}")
    String again(@PathVariable ReportId id) {
        return "redirect:/reports/" + id.value();
    }

    @PostMapping("/reports/{id}/{action:submission|acceptance|return}")
    String act(
            @PathVariable ReportId id,
            @PathVariable String action,
            @RequestParam(defaultValue = "false") boolean nothingToReport,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var form = new ReportForm(
                nothingToReport,
                request.getParameter("results"),
                request.getParameter("difficulties"),
                request.getParameter("proposals"),
                all(request.getParameterValues("task")),
                all(request.getParameterValues("line")),
                request.getParameter("reason"),
                request.getParameter("key"));
        var obligation = reports.get(id);
        try {
            reports.act(id, action, action.equals("submission") ? form.submission(obligation.form()) : form.decision(), form.key());
            after.addFlashAttribute("said", "report.said." + action);
            return "redirect:/reports/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(obligation, form, refused.problem(), model);
        }
    }

    /** Taken as they are: Spring would split a single text at its commas. */
    private static List<String> all(String @Nullable [] values) {
        return values == null ? List.of() : Arrays.asList(values);
    }

    private static String show(Reports.Obligation obligation, ReportForm form, @Nullable Problem problem, Model model) {
        model.addAttribute("report", obligation);
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        return "reports/one";
    }
}
