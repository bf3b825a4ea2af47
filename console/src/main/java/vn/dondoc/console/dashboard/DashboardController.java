package vn.dondoc.console.dashboard;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.id.UnitId;

/** How a province and a commune stand; a script fetches the figures alone when something changed. */
@Controller
class DashboardController {

    private final Backend backend;
    private final Directory directory;
    private final Figures figures;

    DashboardController(Backend backend, Directory directory, Figures figures) {
        this.figures = figures;
        this.backend = backend;
        this.directory = directory;
    }

    /** Leads to the dashboard of the user's own level. */
    @GetMapping("/dashboard")
    String own() {
        var who = directory.who();
        var commune = who.commune();
        return commune == null || who.province() ? "redirect:/dashboard/province" : "redirect:/dashboard/communes/" + commune.value();
    }

    @GetMapping("/dashboard/province")
    String province(@RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        model.addAttribute("province", true);
        return show(backend.get(Service.REPORTING, "/api/dashboards/province", Dashboards.Dashboard.class), part, model);
    }

    @GetMapping("/dashboard/communes/{id}")
    String commune(@PathVariable UnitId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        model.addAttribute("province", false);
        model.addAttribute("who", directory.who());
        return show(backend.get(Service.REPORTING, "/api/dashboards/communes/{id}", Dashboards.Dashboard.class, id.value()), part, model);
    }

    private String show(Dashboards.Dashboard dashboard, @Nullable String part, Model model) {
        model.addAttribute("board", dashboard);
        model.addAttribute("figures", figures);
        model.addAttribute("classes", Figure.CLASSES);
        return part == null ? "dashboard" : "dashboard :: figures";
    }
}
