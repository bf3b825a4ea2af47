package vn.dondoc.console.report;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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
import vn.dondoc.console.page.Explained;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.TaskId;

/** One report: its form, what was sent, and what the receiver decided. */
@Controller
class ReportController {

    private static final String ACTIONS = "{action:submission|acceptance|return|readiness|withdrawal|extension|exemption|explanation-request|explanation|draft|files|short}";
    private static final int VERSION_CHANGED = 412;
    private static final int CONFLICT = 409;

    private final ReportCalls reports;
    private final Directory directory;
    private final Problems problems;

    ReportController(ReportCalls reports, Directory directory, Problems problems) {
        this.reports = reports;
        this.directory = directory;
        this.problems = problems;
    }

    @GetMapping("/reports/{id}")
    String page(@PathVariable ReportId id, @RequestParam(required = false) @Nullable String full, Model model) {
        var report = reports.get(id);
        var village = full == null && report.actions().contains("submission") && !report.summary().asked()
                && directory.who().positions().stream().anyMatch(one -> one.role() == Role.VILLAGE_HEAD && one.unit().id().equals(report.summary().unit()));
        var form = ReportForm.prefilled(report);
        return show(village ? "reports/short" : "reports/one", report, village || !report.actions().contains("sections") ? form : form.with(words(report)), null, model);
    }

    private Map<TaskId, String> words(Reports.Obligation report) {
        return reports.lastWords(report.form().stream().filter(line -> line.result() == null).map(Reports.TaskLine::task).toList());
    }

    /** The address of a form that was refused, asked for again: the report itself. */
    @GetMapping("/reports/{id}/" + ACTIONS)
    String again(@PathVariable ReportId id) {
        return "redirect:/reports/" + id.value();
    }

    @PostMapping("/reports/{id}/{action:submission|acceptance|return|readiness|withdrawal|extension|exemption|explanation-request|explanation|draft}")
    String act(
            @PathVariable ReportId id, @PathVariable String action, @RequestParam MultiValueMap<String, String> parameters, Model model, RedirectAttributes after,
            HttpServletResponse response) {
        var report = reports.get(id);
        var form = ReportForm.typed(report, parameters);
        try {
            keep(id, form);
            if (!form.conflicts().isEmpty()) {
                response.setStatus(CONFLICT);
                return show("reports/one", report, form, null, model);
            }
            switch (action) {
                case "draft" -> {}
                case "submission" -> send(id, form);
                case "readiness" -> reports.act(id, action, null, form.key());
                case "extension" -> reports.act(id, action, new Extended(day(form.lastDay()), form.reason()), form.key());
                case "explanation-request" -> reports.act(id, action, Explained.wanted(form.reason(), form.lastDay())
                        .orElseThrow(() -> new Refused(problems.of(400, "FORM", LocaleContextHolder.getLocale()))), form.key());
                case "explanation" -> reports.act(id, action, Explained.answer(form.reason()), form.key());
                case "return" -> reports.act(id, action, new Reports.Decision(form.reason(), comments(parameters)), form.key());
                default -> reports.act(id, action, new Reports.Decision(form.reason()), form.key());
            }
            after.addFlashAttribute("said", "report.said." + action);
            return "redirect:/reports/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("refusedAt", action);
            return show("reports/one", report, form, refused.problem(), model);
        }
    }

    /** One section, kept while it is being written; the answer is what stands beside it. */
    @PostMapping("/reports/{id}/sections/{section}")
    String keep(
            @PathVariable ReportId id, @PathVariable String section, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        var report = reports.get(id);
        var form = ReportForm.typed(report, parameters);
        if (form.changed().contains(section)) {
            keep(id, section, form);
        }
        model.addAttribute("form", form);
        model.addAttribute("section", section);
        model.addAttribute("isKept", form.conflicts().isEmpty());
        return "reports/parts :: kept";
    }

    @PostMapping("/reports/{id}/files")
    String attach(
            @PathVariable ReportId id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false) @Nullable String key,
            Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            if (file == null || file.isEmpty()) {
                throw new Refused(problems.of(400, "FILE_MISSING", LocaleContextHolder.getLocale()));
            }
            reports.attach(id, file.getResource(), key);
            after.addFlashAttribute("said", "report.said.files");
            return "redirect:/reports/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            var report = reports.get(id);
            return show("reports/one", report, ReportForm.prefilled(report), refused.problem(), model);
        }
    }

    /** The page of a village: nothing, a sentence, figures, a photo. */
    @PostMapping("/reports/{id}/short")
    String shortly(
            @PathVariable ReportId id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam MultiValueMap<String, String> parameters,
            Model model, RedirectAttributes after, HttpServletResponse response) {
        var report = reports.get(id);
        var form = ReportForm.typed(report, parameters);
        try {
            if (file != null && !file.isEmpty()) {
                reports.attach(id, file.getResource(), form.key() == null ? null : form.key() + "-f");
            }
            send(id, form);
            after.addFlashAttribute("said", "report.said.submission");
            return "redirect:/reports/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show("reports/short", report, form, refused.problem(), model);
        }
    }

    private void send(ReportId id, ReportForm form) {
        if (!form.isNothing() && !form.unreadable().isEmpty()) {
            throw new Refused(problems.of(400, "NOT_A_NUMBER", LocaleContextHolder.getLocale()));
        }
        reports.act(id, "submission", form.submission(), form.key());
    }

    private void keep(ReportId id, ReportForm form) {
        form.changed().forEach(section -> keep(id, section, form));
    }

    /** Written on a version that is not the newest any more: both texts are shown. */
    private void keep(ReportId id, String section, ReportForm form) {
        try {
            form.kept(reports.write(id, section, form.text(section), form.version(section)));
        } catch (Refused refused) {
            if (refused.status() != VERSION_CHANGED) {
                throw refused;
            }
            var theirs = reports.get(id).draft().stream().filter(one -> one.name().equals(section)).findFirst().orElseThrow(() -> refused);
            if (theirs.text().strip().equals(form.text(section))) {
                form.kept(theirs);
            } else {
                form.conflict(section, theirs);
            }
        }
    }

    /** What is missing stays missing, for the service to say so. */
    record Extended(@Nullable LocalDate lastDay, @Nullable String reason) {}

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static List<Reports.Comment> comments(MultiValueMap<String, String> parameters) {
        var comments = new ArrayList<Reports.Comment>();
        parameters.forEach((name, values) -> {
            var text = values.isEmpty() ? "" : values.getFirst();
            if (name.startsWith("c-") && !text.isBlank()) {
                comments.add(new Reports.Comment(name.substring(2), text.strip()));
            }
        });
        return comments;
    }

    private String show(String page, Reports.Obligation report, ReportForm form, @Nullable Problem problem, Model model) {
        var summary = report.summary();
        var own = directory.who().positions().stream().anyMatch(one -> one.unit().id().equals(summary.unit()));
        model.addAttribute("report", report);
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("forOthers", !own && report.actions().contains("submission"));
        return page;
    }
}
