package vn.dondoc.console.dashboard;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.ranking.RankingCalls;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.id.UnitId;

/** How a province and a commune stand; a script fetches the figures alone when something changed. */
@Controller
class DashboardController {

    private static final String PROVINCE = "/api/dashboards/province";
    private static final String COMMUNE = "/api/dashboards/communes/{id}";

    private final Backend backend;
    private final Directory directory;
    private final Figures figures;
    private final RankingCalls rankings;

    DashboardController(Backend backend, Directory directory, Figures figures, RankingCalls rankings) {
        this.rankings = rankings;
        this.figures = figures;
        this.backend = backend;
        this.directory = directory;
    }

    /** Leads to the dashboard of the user's own level. */
    @GetMapping("/dashboard")
    String own() {
        var who = directory.who();
        var commune = who.commune();
        if (who.oversees()) {
            return "redirect:/dashboard/province";
        }
        return commune == null ? "redirect:/tasks" : "redirect:/dashboard/communes/" + commune.value();
    }

    @GetMapping("/dashboard/province")
    String province(
            @RequestParam(required = false) @Nullable String day,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        model.addAttribute("province", true);
        return isPast(day) ? then(PROVINCE, day, model) : show(dashboard(PROVINCE, null), part, model);
    }

    @GetMapping("/dashboard/communes/{id}")
    String commune(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String day,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        model.addAttribute("province", false);
        model.addAttribute("who", directory.who());
        return isPast(day) ? then(COMMUNE, day, model, id.value()) : show(dashboard(COMMUNE, null, id.value()), part, model);
    }

    /** How the figures of the province moved. */
    @GetMapping("/dashboard/province/trend")
    String provinceTrend(TrendForm asked, Model model) {
        model.addAttribute("province", true);
        return trend(PROVINCE, asked, model);
    }

    /** How the figures of a commune moved. */
    @GetMapping("/dashboard/communes/{id}/trend")
    String communeTrend(@PathVariable UnitId id, TrendForm asked, Model model) {
        model.addAttribute("province", false);
        model.addAttribute("commune", id.value());
        return trend(COMMUNE, asked, model, id.value());
    }

    private String trend(String path, TrendForm asked, Model model, Object... ids) {
        model.addAttribute("asked", asked);
        try {
            model.addAttribute("trend", backend.get(Service.REPORTING, path + "/trend", asked.query(), Dashboards.Trend.class, ids));
        } catch (Refused refused) {
            forgive(refused, model);
        }
        return "dashboard-trend";
    }

    private String then(String path, @Nullable String day, Model model, Object... ids) {
        model.addAttribute("day", day);
        model.addAttribute("figures", figures);
        model.addAttribute("classes", Figure.CLASSES);
        try {
            model.addAttribute("board", dashboard(path, day, ids));
        } catch (Refused refused) {
            forgive(refused, model);
        }
        return "dashboard-then";
    }

    /** A day or a time that cannot be shown is said beside the form that asked for it. */
    private static void forgive(Refused refused, Model model) {
        if (refused.status() != HttpStatus.BAD_REQUEST.value() && refused.status() != HttpStatus.UNPROCESSABLE_CONTENT.value()) {
            throw refused;
        }
        model.addAttribute("refused", refused.problem());
    }

    private Dashboards.Dashboard dashboard(String path, @Nullable String day, Object... ids) {
        return backend.get(Service.REPORTING, path, Query.none().with("day", day), Dashboards.Dashboard.class, ids);
    }

    private static boolean isPast(@Nullable String day) {
        return day != null && !day.isBlank();
    }

    private String show(Dashboards.Dashboard dashboard, @Nullable String part, Model model) {
        model.addAttribute("board", dashboard);
        model.addAttribute("ranked", rankings.isRanked());
        model.addAttribute("figures", figures);
        model.addAttribute("classes", Figure.CLASSES);
        return part == null ? "dashboard" : "dashboard :: figures";
    }
}
