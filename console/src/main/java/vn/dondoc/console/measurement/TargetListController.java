package vn.dondoc.console.measurement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** Targets with their newest figures, in the order of their plans. */
@Controller
class TargetListController {

    private final TargetCalls targets;
    private final Directory directory;

    TargetListController(TargetCalls targets, Directory directory) {
        this.targets = targets;
        this.directory = directory;
    }

    @GetMapping("/targets")
    String list(@ModelAttribute("filter") TargetFilter filter, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        model.addAttribute("page", targets.list(filter.query()));
        if (part != null) {
            return "targets/list :: results";
        }
        var who = directory.who();
        var commune = filter.commune() != null && Ids.plausible(filter.commune()) ? new UnitId(filter.commune()) : who.commune();
        model.addAttribute("communes", who.province() ? directory.communes() : List.of());
        model.addAttribute("units", commune == null ? List.of() : directory.units(commune));
        model.addAttribute("measures", who.acts());
        model.addAttribute("standings", TargetStanding.values());
        return "targets/list";
    }
}
