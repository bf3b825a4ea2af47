package vn.dondoc.console.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.people.PeopleCalls;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;

/** The day a report is due, for whoever receives it: what came, what is missing and how to reach those who owe it. */
@Controller
class DayController {

    private static final Set<ReportStatus> MISSING = EnumSet.of(ReportStatus.OPEN, ReportStatus.DUE_SOON, ReportStatus.OVERDUE, ReportStatus.RETURNED);
    private static final int MOST_CALLED = 40;

    private final ReportCalls reports;
    private final PeopleCalls people;
    private final Directory directory;

    DayController(ReportCalls reports, PeopleCalls people, Directory directory) {
        this.reports = reports;
        this.people = people;
        this.directory = directory;
    }

    /** Whoever heads a unit, and how to reach them. */
    public record Reached(String position, @Nullable String name, @Nullable String phone) {}

    /** The report of a rule in a period, as far as it came. */
    public record Group(RuleId rule, String period, String title, java.time.LocalDate lastDay, int received, int all) {}

    @GetMapping("/reports/day")
    String page(
            @RequestParam(required = false) @Nullable String rule, @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "false") boolean phones, Model model) {
        return rule == null || period == null || !vn.dondoc.contracts.id.Ids.plausible(rule) ? groups(model) : one(new RuleId(rule), period, phones, null, model);
    }

    @GetMapping("/reports/day/reminders")
    String again() {
        return "redirect:/reports/day";
    }

    @PostMapping("/reports/day/reminders")
    String remind(
            @RequestParam RuleId rule, @RequestParam String period, @RequestParam(required = false) @Nullable String key, Model model, RedirectAttributes after,
            HttpServletResponse response) {
        try {
            var told = reports.remind(rule, period, key);
            after.addFlashAttribute("reminded", told.done());
            return "redirect:" + Query.none().with("rule", rule.value()).with("period", period).address("/reports/day");
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return one(rule, period, false, refused.problem(), model);
        }
    }

    @GetMapping("/reports/consolidated")
    String consolidated(@RequestParam RuleId rule, @RequestParam String period, Model model) {
        model.addAttribute("together", reports.consolidated(rule, period));
        return "reports/consolidated";
    }

    /** What is still owed to the user's units, by rule and period, the next day first. */
    private String groups(Model model) {
        var own = directory.who().positions().stream().map(position -> position.unit().id()).collect(Collectors.toSet());
        var found = new LinkedHashMap<String, List<Reports.ObligationSummary>>();
        for (var status : List.of("overdue", "due-soon", "returned", "open", "submitted", "submitted-late")) {
            for (var report : reports.list(Query.none().with("status", status).with("limit", 200)).items()) {
                if (own.contains(report.owedTo())) {
                    found.computeIfAbsent(report.rule() + " " + report.period(), _ -> new java.util.ArrayList<>()).add(report);
                }
            }
        }
        model.addAttribute("groups", found.values().stream().map(DayController::group).sorted(java.util.Comparator.comparing(Group::lastDay)).toList());
        return "reports/days";
    }

    private static Group group(List<Reports.ObligationSummary> of) {
        var one = of.getFirst();
        return new Group(one.rule(), one.period(), one.title(), one.lastDay(), (int) of.stream().filter(report -> !MISSING.contains(report.status())).count(), of.size());
    }

    private String one(RuleId rule, String period, boolean phones, @Nullable Problem problem, Model model) {
        var all = reports.of(rule, period).stream().filter(report -> report.status() != ReportStatus.EXEMPTED).toList();
        var missing = all.stream().filter(report -> MISSING.contains(report.status())).toList();
        model.addAttribute("all", all);
        model.addAttribute("missing", missing);
        model.addAttribute("received", all.stream().filter(report -> !MISSING.contains(report.status())).toList());
        model.addAttribute("rule", rule);
        model.addAttribute("period", period);
        model.addAttribute("phones", phones ? reached(missing) : Map.of());
        model.addAttribute("shown", phones);
        model.addAttribute("problem", problem);
        return "reports/day";
    }

    /** Each reading is recorded, with the report as its reason; nothing where somebody cannot be read. */
    private Map<UnitId, Reached> reached(List<Reports.ObligationSummary> missing) {
        var reached = new LinkedHashMap<UnitId, Reached>();
        missing.stream().limit(MOST_CALLED).forEach(report -> {
            try {
                reports.unit(report.unit()).positions().stream().filter(place -> place.holder() != null)
                        .min(java.util.Comparator.comparingInt(DayController::rank))
                        .ifPresent(place -> reached.put(report.unit(), reached(place, report)));
            } catch (Refused away) {
                reached.remove(report.unit());
            }
        });
        return reached;
    }

    private Reached reached(Organisation.Place place, Reports.ObligationSummary report) {
        var person = people.reach(java.util.Objects.requireNonNull(place.holder()), report.title() + ", " + report.period());
        return new Reached(place.title(), person.name(), person.phone());
    }

    /** Heads first. */
    private static int rank(Organisation.Place place) {
        return place.role() == Role.UNIT_HEAD || place.role() == Role.VILLAGE_HEAD || place.role() == Role.COMMUNE_LEADER ? 0 : 1;
    }
}
