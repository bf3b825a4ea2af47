package vn.dondoc.console.dashboard;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Dashboards;

/** How programmes stand: all of them, one by communes, and one in a commune with the lists of its rows. */
@Controller
class ProgrammeController {

    private static final String ALL = "/api/dashboards/programmes";
    private static final String ONE = "/api/dashboards/programmes/{key}";

    private final Backend backend;
    private final Figures figures;

    ProgrammeController(Backend backend, Figures figures) {
        this.backend = backend;
        this.figures = figures;
    }

    @GetMapping("/dashboard/programmes")
    String all(@RequestParam(required = false) @Nullable String commune, @RequestParam(required = false) @Nullable String day, Model model) {
        prepare(commune, day, model);
        try {
            model.addAttribute("all", backend.get(Service.REPORTING, ALL, query(commune, day), Dashboards.ProgrammeBoards.class));
        } catch (Refused refused) {
            forgive(refused, model);
        }
        return "dashboard-programmes";
    }

    @GetMapping("/dashboard/programmes/{key}")
    String one(
            @PathVariable String key, @RequestParam(required = false) @Nullable String commune, @RequestParam(required = false) @Nullable String day, Model model) {
        prepare(commune, day, model);
        try {
            model.addAttribute("one", backend.get(Service.REPORTING, ONE, query(commune, day), Dashboards.ProgrammeBoard.class, key));
        } catch (Refused refused) {
            forgive(refused, model);
        }
        return "dashboard-programme";
    }

    /** How the figures of a programme moved. */
    @GetMapping("/dashboard/programmes/{key}/trend")
    String trend(@PathVariable String key, @RequestParam(required = false) @Nullable String commune, TrendForm asked, Model model) {
        model.addAttribute("province", false);
        model.addAttribute("programme", key);
        model.addAttribute("commune", said(commune));
        model.addAttribute("asked", asked);
        try {
            model.addAttribute("trend", backend.get(Service.REPORTING, ONE + "/trend", asked.query().with("commune", said(commune)), Dashboards.Trend.class, key));
        } catch (Refused refused) {
            forgive(refused, model);
        }
        return "dashboard-trend";
    }

    private void prepare(@Nullable String commune, @Nullable String day, Model model) {
        model.addAttribute("commune", said(commune));
        model.addAttribute("day", said(day));
        model.addAttribute("figures", figures);
        model.addAttribute("classes", Figure.CLASSES);
    }

    private static Query query(@Nullable String commune, @Nullable String day) {
        return Query.none().with("commune", said(commune)).with("day", said(day));
    }

    private static @Nullable String said(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }

    /** A day that cannot be shown is said beside the form that asked for it. */
    private static void forgive(Refused refused, Model model) {
        if (refused.status() != HttpStatus.BAD_REQUEST.value() && refused.status() != HttpStatus.UNPROCESSABLE_CONTENT.value()) {
            throw refused;
        }
        model.addAttribute("refused", refused.problem());
    }
}
