package vn.dondoc.console.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** Expected reports, worst first. */
@Controller
class ReportListController {

    private final ReportCalls reports;
    private final Directory directory;

    ReportListController(ReportCalls reports, Directory directory) {
        this.reports = reports;
        this.directory = directory;
    }

    @GetMapping("/reports")
    String list(@ModelAttribute("filter") ReportFilter filter, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        model.addAttribute("page", reports.list(filter.query()));
        if (part != null) {
            return "reports/list :: results";
        }
        var who = directory.who();
        var commune = filter.commune() != null && Ids.plausible(filter.commune()) ? new UnitId(filter.commune()) : who.commune();
        model.addAttribute("communes", who.province() ? directory.communes() : List.of());
        model.addAttribute("units", commune == null ? List.of() : directory.units(commune));
        model.addAttribute("statuses", ReportStatus.values());
        return "reports/list";
    }
}
