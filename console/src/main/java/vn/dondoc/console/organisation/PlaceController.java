package vn.dondoc.console.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.PageFrame;
import vn.dondoc.console.people.InvitationForm;
import vn.dondoc.console.people.PeopleCalls;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.Absence;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;

/** One position: who holds it, and who stands in while the holder is away. */
@Controller
class PlaceController {

    private final OrganisationCalls calls;
    private final PeopleCalls people;
    private final PageFrame frame;
    private final Problems problems;

    PlaceController(OrganisationCalls calls, PeopleCalls people, PageFrame frame, Problems problems) {
        this.calls = calls;
        this.people = people;
        this.frame = frame;
        this.problems = problems;
    }

    @GetMapping("/organisation/units/{unit}/new-position")
    String blank(@PathVariable UnitId unit, Model model) {
        var id = new PositionId(Ids.derived("position", unit.value(), frame.key()));
        return show(null, id, unit, PlaceForm.empty(), null, model);
    }

    @GetMapping("/organisation/positions/{id}")
    String page(@PathVariable PositionId id, Model model) {
        var place = calls.place(id);
        return show(place, id, place.unit(), PlaceForm.of(place), null, model);
    }

    @PostMapping("/organisation/positions/{id}")
    String set(
            @PathVariable PositionId id, @RequestParam UnitId unit, @ModelAttribute("form") PlaceForm form, @RequestParam long version, Model model,
            RedirectAttributes after, HttpServletResponse response) {
        try {
            calls.set(id, form.wanted(unit).orElseThrow(this::unreadable), version);
            after.addFlashAttribute("said", "organisation.said.saved");
            return "redirect:/organisation/units/" + unit.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(version == 0 ? null : calls.place(id), id, unit, form, refused.problem(), model);
        }
    }

    /** Somebody is named by a contact, holds the position from now on, and is sent a link. */
    @PostMapping("/organisation/positions/{id}/invitation")
    String invite(
            @PathVariable PositionId id, @ModelAttribute InvitationForm invitation, @RequestParam(required = false) @Nullable String key, Model model,
            RedirectAttributes after, HttpServletResponse response) {
        var place = calls.place(id);
        try {
            people.invite(invitation.wanted(id), key);
            after.addFlashAttribute("said", "people.said.invited");
            return "redirect:/organisation/units/" + place.unit().value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("invitation", invitation);
            return show(place, id, place.unit(), PlaceForm.of(place), refused.problem(), model);
        }
    }

    @PostMapping("/organisation/positions/{id}/absence")
    String away(
            @PathVariable PositionId id, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String deputy, @RequestParam(defaultValue = "away") String step, @RequestParam long version, Model model,
            RedirectAttributes after, HttpServletResponse response) {
        try {
            var place = calls.away(id, step.equals("back") ? null : absence(from, until, deputy), version);
            after.addFlashAttribute("said", step.equals("back") ? "organisation.said.back" : "organisation.said.away");
            return "redirect:/organisation/units/" + place.unit().value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            var place = calls.place(id);
            return show(place, id, place.unit(), PlaceForm.of(place), refused.problem(), model);
        }
    }

    private Absence absence(String from, String until, String deputy) {
        try {
            return new Absence(
                    LocalDate.parse(from.strip()), until.isBlank() ? null : LocalDate.parse(until.strip()), deputy.isBlank() ? null : new PositionId(deputy.strip()));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw unreadable();
        }
    }

    private Refused unreadable() {
        return new Refused(problems.of(400, "FORM", LocaleContextHolder.getLocale()));
    }

    /** @param place null for one that is not there yet */
    private String show(Organisation.@Nullable Place place, PositionId id, UnitId unit, PlaceForm form, @Nullable Problem problem, Model model) {
        var detail = calls.unit(unit);
        var area = detail.unit().commune() != null ? detail.unit().commune() : detail.path().isEmpty() ? unit : detail.path().getFirst().id();
        model.addAttribute("place", place);
        model.addAttribute("id", id.value());
        model.addAttribute("detail", detail);
        model.addAttribute("form", form);
        model.addAttribute("roles", PlaceForm.rolesIn(detail.unit()));
        model.addAttribute("deputies", place != null && place.mayTellAbsence()
                ? calls.places(area).stream().filter(one -> one.held() && !one.id().equals(id)).toList() : List.of());
        model.addAttribute("problem", problem);
        if (!model.containsAttribute("invitation")) {
            model.addAttribute("invitation", InvitationForm.empty());
        }
        model.addAttribute("holderName", place == null || place.holder() == null ? null : people.names(List.of(place.holder())).get(place.holder()));
        return "organisation/position";
    }
}
