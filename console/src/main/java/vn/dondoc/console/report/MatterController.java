package vn.dondoc.console.report;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.MatterLevel;
import vn.dondoc.contracts.id.MatterId;

/** Matters beyond authority: what waits for an answer. */
@Controller
class MatterController {

    private final ReportCalls reports;

    MatterController(ReportCalls reports) {
        this.reports = reports;
    }

    /** What is missing stays missing, for the service to say so. */
    record Answer(@Nullable String text) {}

    record Escalation(@Nullable MatterLevel to, @Nullable LocalDate lastDay, @Nullable String reason) {}

    @GetMapping("/reports/matters")
    String list(@RequestParam(defaultValue = "true") String open, @RequestParam(required = false) @Nullable String after, Model model) {
        return show(open, after, null, model);
    }

    @GetMapping("/reports/matters/{id}/{action:answer|escalation}")
    String again() {
        return "redirect:/reports/matters";
    }

    @PostMapping("/reports/matters/{id}/{action:answer|escalation}")
    String act(
            @PathVariable MatterId id, @PathVariable String action, @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String lastDay,
            @RequestParam(required = false) @Nullable String reason, @RequestParam(required = false) @Nullable String key, Model model, RedirectAttributes after,
            HttpServletResponse response) {
        try {
            reports.act(id, action, action.equals("answer")
                    ? new Answer(text)
                    : new Escalation(Coded.of(MatterLevel.class, String.valueOf(to)).orElse(null), day(lastDay), reason), key);
            after.addFlashAttribute("said", "matter.said." + action);
            return "redirect:/reports/matters";
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("refusedAt", id.value());
            model.addAttribute("typed", text);
            return show("true", null, refused.problem(), model);
        }
    }

    private String show(String open, @Nullable String after, @Nullable Problem problem, Model model) {
        var query = Query.none().with("open", open).with("after", after);
        var page = reports.matters(query);
        model.addAttribute("page", page);
        model.addAttribute("open", Boolean.parseBoolean(open));
        model.addAttribute("next", page.next() == null ? null : query.page("/reports/matters", page.next()));
        model.addAttribute("problem", problem);
        return "reports/matters";
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
