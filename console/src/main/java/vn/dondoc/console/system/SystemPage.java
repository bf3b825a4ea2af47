package vn.dondoc.console.system;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import vn.dondoc.console.clock.DomainClock;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.id.UnitId;

/** The page of a system, whatever was just asked of it. */
@Component
class SystemPage {

    private static final String TYPED = "typed";
    private static final int MOST_ROWS = 200;

    private final SystemCalls systems;
    private final SectionText text;
    private final Directory directory;
    private final DomainClock clock;

    SystemPage(SystemCalls systems, SectionText text, Directory directory, DomainClock clock) {
        this.directory = directory;
        this.systems = systems;
        this.text = text;
        this.clock = clock;
    }

    /** An update that the user may vouch for; {@code forOthers} where another unit owes it. */
    record Open(Reports.Obligation report, boolean forOthers) {}

    /** @param commune of which alone the figure is shown; null for all that the user sees */
    String show(Systems.Detail system, @Nullable String period, @Nullable UnitId commune, @Nullable Problem problem, Model model) {
        var periods = system.periods();
        var here = period != null && periods.contains(period) ? period : periods.isEmpty() ? null : periods.getFirst();
        var rows = systems.rows(system.scope());
        var updates = here == null ? List.<Reports.ObligationSummary>of() : systems.updates(system.summary().id(), here);
        model.addAttribute("system", system);
        model.addAttribute("period", here);
        model.addAttribute("updates", updates);
        model.addAttribute("open", open(updates));
        model.addAttribute("rows", rows.stream().limit(MOST_ROWS).toList());
        model.addAttribute("many", rows.size());
        model.addAttribute("sections", text.sections(rows));
        var words = new LinkedHashMap<String, String>();
        rows.stream().limit(MOST_ROWS).forEach(row -> words.put(row.task().value(), text.words(row)));
        model.addAttribute("words", words);
        model.addAttribute("workbook", systems.workbook(system));
        model.addAttribute("figure", here == null ? null : systems.figure(system.summary().id(), here, commune));
        model.addAttribute("figureOf", commune == null ? null : commune.value());
        model.addAttribute("today", clock.today());
        model.addAttribute("problem", problem);
        if (!model.containsAttribute(TYPED)) {
            model.addAttribute(TYPED, new LinkedMultiValueMap<String, String>());
        }
        return "reports/system";
    }

    /** The one that waits for the user; what others owe as well has its own page. */
    private @Nullable Open open(List<Reports.ObligationSummary> updates) {
        return updates.stream().filter(update -> update.mayAct() && update.submittedOn() == null).findFirst()
                .map(update -> systems.report(update.id())).filter(report -> report.actions().contains("submission"))
                .map(report -> new Open(report, directory.who().positions().stream().noneMatch(one -> one.unit().id().equals(report.summary().unit()))))
                .orElse(null);
    }
}
