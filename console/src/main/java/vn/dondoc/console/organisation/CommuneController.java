package vn.dondoc.console.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.UnitId;

/** A commune to begin with: from a template, then its villages from a list that is looked at first. */
@Controller
class CommuneController {

    private static final List<UnitKind> KINDS = List.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    private final OrganisationCalls calls;

    CommuneController(OrganisationCalls calls) {
        this.calls = calls;
    }

    @GetMapping("/organisation/new-commune")
    String blank(Model model) {
        return show("", UnitKind.COMMUNE.code(), true, null, model);
    }

    @PostMapping("/organisation/new-commune")
    String make(
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "false") boolean mine, Model model,
            RedirectAttributes after, HttpServletResponse response) {
        try {
            var made = calls.make(new Organisation.CommuneWanted(Coded.of(UnitKind.class, kind).orElse(null), name.strip(), mine));
            after.addFlashAttribute("said", "setup.said.commune");
            return "redirect:/organisation/units/" + made.unit().value() + "/villages";
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(name, kind, mine, refused.problem(), model);
        }
    }

    private static String show(String name, String kind, boolean mine, @Nullable Problem problem, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("kind", kind);
        model.addAttribute("mine", mine);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("problem", problem);
        return "setup/commune";
    }

    @GetMapping("/organisation/units/{id}/villages")
    String villages(@PathVariable UnitId id, Model model) {
        return villages(id, "", null, null, model);
    }

    @PostMapping("/organisation/units/{id}/villages")
    String villages(
            @PathVariable UnitId id, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "look") String step, Model model,
            RedirectAttributes after, HttpServletResponse response) {
        try {
            var read = calls.villages(id, new Organisation.VillagesWanted(text, step.equals("write")));
            if (!read.written()) {
                return villages(id, text, read, null, model);
            }
            after.addFlashAttribute("said", "setup.said.villages");
            return "redirect:/organisation/units/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return villages(id, text, null, refused.problem(), model);
        }
    }

    private String villages(UnitId id, String text, Organisation.@Nullable Villages read, @Nullable Problem problem, Model model) {
        model.addAttribute("detail", calls.unit(id));
        model.addAttribute("text", text);
        model.addAttribute("read", read);
        model.addAttribute("fresh", read == null ? 0 : read.lines().stream().filter(one -> one.state() == Organisation.VillageState.NEW).count());
        model.addAttribute("problem", problem);
        return "setup/villages";
    }
}
