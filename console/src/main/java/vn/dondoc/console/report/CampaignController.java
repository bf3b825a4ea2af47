package vn.dondoc.console.report;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/** What the province asks chosen communes for, once. */
@Controller
class CampaignController {

    private final ReportCalls reports;
    private final Directory directory;

    CampaignController(ReportCalls reports, Directory directory) {
        this.reports = reports;
        this.directory = directory;
    }

    /** As the service takes it, but what is missing stays missing, for the service to say so. */
    record Wanted(
            @Nullable String title, @Nullable String basis, List<UnitId> communes, @Nullable LocalDate opensOn, @Nullable LocalDate lastDay,
            @Nullable Integer lockDays, List<Reports.Question> questions) {}

    @GetMapping("/reports/campaigns")
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        var page = reports.campaigns(after);
        model.addAttribute("page", page);
        model.addAttribute("next", page.next() == null ? null : Query.none().page("/reports/campaigns", page.next()));
        model.addAttribute("mayAsk", asks());
        return "reports/campaigns";
    }

    @GetMapping("/reports/campaigns/new")
    String form(Model model) {
        return show(new LinkedMultiValueMap<>(), null, model);
    }

    @GetMapping("/reports/campaigns/{id}")
    String one(@PathVariable RuleId id, Model model) {
        model.addAttribute("campaign", reports.campaign(id));
        model.addAttribute("mayRemind", asks());
        return "reports/campaign";
    }

    @PostMapping("/reports/campaigns")
    String ask(@RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            var asked = reports.ask(wanted(typed), typed.getFirst("key"));
            after.addFlashAttribute("said", "campaign.said");
            return "redirect:/reports/campaigns/" + asked.summary().id().value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(typed, refused.problem(), model);
        }
    }

    /** "Trước ngày" excludes the day that is named. */
    private static Wanted wanted(MultiValueMap<String, String> typed) {
        var day = day(typed.getFirst("lastDay"));
        var last = day == null || !"before".equals(typed.getFirst("strict")) ? day : day.minusDays(1);
        var questions = new ArrayList<Reports.Question>();
        lines(typed.getFirst("questions")).forEach(line -> questions.add(new Reports.Question(line, false)));
        lines(typed.getFirst("numbers")).forEach(line -> questions.add(new Reports.Question(line, true)));
        var lock = typed.getFirst("lockDays");
        return new Wanted(
                typed.getFirst("title"), typed.getFirst("basis"),
                typed.getOrDefault("communes", List.of()).stream().filter(Ids::plausible).map(UnitId::new).toList(), day(typed.getFirst("opensOn")), last,
                lock != null && lock.strip().matches("\\d{1,6}") ? Integer.valueOf(lock.strip()) : null, questions);
    }

    private String show(MultiValueMap<String, String> typed, @Nullable Problem problem, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        model.addAttribute("communes", directory.communes());
        return "reports/campaign-form";
    }

    private boolean asks() {
        return directory.who().positions().stream().anyMatch(position -> position.role() == Role.PROVINCE_STANDING && position.scope() == null);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
