package vn.dondoc.console.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.PageFrame;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** A steering committee, working group or programme: who takes part, in charge of what, and who urges. */
@Controller
class BodyController {

    private final OrganisationCalls calls;
    private final PageFrame frame;
    private final Problems problems;

    BodyController(OrganisationCalls calls, PageFrame frame, Problems problems) {
        this.calls = calls;
        this.frame = frame;
        this.problems = problems;
    }

    @GetMapping("/organisation/units/{area}/new-body")
    String blank(@PathVariable UnitId area, Model model) {
        return edit(new BodyId(Ids.derived("body", area.value(), frame.key())), area, BodyForm.empty(), 0, null, model);
    }

    @GetMapping("/organisation/bodies/{id}")
    String page(@PathVariable BodyId id, Model model) {
        var body = calls.body(id);
        model.addAttribute("body", body);
        return body.mayKeep() ? edit(id, body.area(), BodyForm.of(body), body.version(), null, model) : "organisation/body";
    }

    /** @param step save, or add: one more line for a member */
    @PostMapping("/organisation/bodies/{id}")
    String set(
            @PathVariable BodyId id, @RequestParam UnitId area, @RequestParam long version, @RequestParam(defaultValue = "save") String step,
            @RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes after, HttpServletResponse response) {
        var form = BodyForm.of(fields);
        if (step.equals("add")) {
            return edit(id, area, form.withLine(), version, null, model);
        }
        try {
            calls.set(id, form.wanted(area).orElseThrow(() -> new Refused(problems.of(400, "FORM", LocaleContextHolder.getLocale()))), version);
            after.addFlashAttribute("said", "organisation.said.saved");
            return "redirect:/organisation/units/" + area.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return edit(id, area, form, version, refused.problem(), model);
        }
    }

    private String edit(BodyId id, UnitId area, BodyForm form, long version, @Nullable Problem problem, Model model) {
        var detail = calls.unit(area);
        model.addAttribute("id", id.value());
        model.addAttribute("detail", detail);
        model.addAttribute("form", form);
        model.addAttribute("version", version);
        model.addAttribute("kinds", BodyKind.values());
        model.addAttribute("parts", BodyPart.values());
        model.addAttribute("places", calls.places(area));
        model.addAttribute("units", units(detail));
        model.addAttribute("problem", problem);
        return "organisation/body-edit";
    }

    private List<Organisation.UnitView> units(Organisation.UnitDetail area) {
        return area.unit().commune() == null ? area.below().stream().filter(one -> one.commune() == null).toList() : calls.units(area.unit().commune());
    }
}
