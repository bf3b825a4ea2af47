package vn.dondoc.console.people;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.signin.CurrentUser;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.id.PersonId;

/** One person for those who have to reach or keep it, and what is held on oneself. */
@Controller
class PersonController {

    private static final String CALLING = "urging";
    private static final String KEEPING = "upkeep";

    private final PeopleCalls calls;

    PersonController(PeopleCalls calls) {
        this.calls = calls;
    }

    @GetMapping("/people/{id}")
    String page(@PathVariable PersonId id, Model model) {
        return show(id, CALLING, null, null, model);
    }

    @PostMapping("/people/{id}")
    String correct(
            @PathVariable PersonId id, @ModelAttribute("form") InvitationForm form, @RequestParam long version, @RequestParam(defaultValue = "") String from, Model model,
            RedirectAttributes after, HttpServletResponse response) {
        try {
            calls.correct(id, form.correction(), version);
            after.addFlashAttribute("said", "people.said.corrected");
            return from.equals("mine") ? "redirect:/my-data" : "redirect:/people/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return from.equals("mine") ? mine(form, refused.problem(), model) : show(id, KEEPING, form, refused.problem(), model);
        }
    }

    @PostMapping("/people/{id}/erasure")
    String erase(@PathVariable PersonId id, @RequestParam(defaultValue = "") String reason, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            calls.erase(id, reason);
            after.addFlashAttribute("said", "people.said.erased");
            return "redirect:/people/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, KEEPING, null, refused.problem(), model);
        }
    }

    @GetMapping("/people/{id}/readings")
    String readings(@PathVariable PersonId id, @RequestParam(required = false) @Nullable String after, Model model) {
        var found = calls.readings(id, after);
        model.addAttribute("id", id);
        model.addAttribute("readings", found.items());
        model.addAttribute("more", found.next() == null ? null : Query.none().page("/people/" + id.value() + "/readings", found.next()));
        return "people/readings";
    }

    @GetMapping("/my-data")
    String mine(Model model) {
        return mine(null, null, model);
    }

    private String mine(@Nullable InvitationForm form, @Nullable Problem problem, Model model) {
        var held = calls.mine();
        model.addAttribute("held", held);
        model.addAttribute("version", calls.person(CurrentUser.find().orElseThrow().person(), KEEPING).version());
        model.addAttribute("keeping", calls.keeping());
        model.addAttribute("form", form == null ? new InvitationForm(held.name(), held.phone(), held.email()) : form);
        model.addAttribute("problem", problem);
        return "people/mine";
    }

    private String show(PersonId id, String reason, @Nullable InvitationForm form, @Nullable Problem problem, Model model) {
        var person = calls.person(id, reason);
        model.addAttribute("person", person);
        model.addAttribute("form", form == null ? new InvitationForm(person.name(), person.phone(), person.email()) : form);
        model.addAttribute("problem", problem);
        return "people/person";
    }
}
