package vn.dondoc.console.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.signin.Entrance;
import vn.dondoc.contracts.id.PersonId;

/** Signing in with a one-time code: for those without an official account, and once for linking one. */
@Controller
class CodeController {

    private static final String TOO_OFTEN = "code.tooOften";

    private final CodeDesk desk;
    private final KnownPeople people;
    private final Entrance entrance;

    CodeController(CodeDesk desk, KnownPeople people, Entrance entrance) {
        this.desk = desk;
        this.people = people;
        this.entrance = entrance;
    }

    @GetMapping("/sign-in/code")
    String ask(HttpServletRequest request, Model model) {
        model.addAttribute("waiting", waiting(request));
        return "code-ask";
    }

    /** Somebody whom the provider knows and we do not. */
    @GetMapping("/sign-in/unknown")
    String unknown(HttpServletRequest request, Model model) {
        model.addAttribute("unknown", true);
        return ask(request, model);
    }

    @PostMapping("/sign-in/code")
    String send(@RequestParam(defaultValue = "") String contact, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = Contacts.normal(contact);
        if (typed.isEmpty()) {
            return again("code.contactWrong", 400, contact, request, response, model);
        }
        return desk.sendToContact(typed.get(), request, response) ? "redirect:/sign-in/code/enter"
                : again(TOO_OFTEN, 429, contact, request, response, model);
    }

    private String again(String why, int status, String contact, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(status);
        model.addAttribute("why", why);
        model.addAttribute("contact", contact);
        return ask(request, model);
    }

    @GetMapping("/sign-in/code/enter")
    String enter(HttpServletRequest request, Model model) {
        model.addAttribute("waiting", waiting(request));
        return "code-enter";
    }

    @PostMapping("/sign-in/code/enter")
    String check(
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "false") boolean link,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var digits = code.replaceAll("\\s", "");
        return switch (desk.attempt(digits, request)) {
            case Codes.Tried.Right right -> in(right.person(), link, request, response);
            case Codes.Tried.Wrong wrong when wrong.left() > 0 -> {
                response.setStatus(400);
                model.addAttribute("why", "code.wrong");
                model.addAttribute("left", wrong.left());
                yield enter(request, model);
            }
            case Codes.Tried.Wrong _, Codes.Tried.Over _ -> {
                response.setStatus(400);
                desk.takeBack(response);
                model.addAttribute("why", "code.over");
                yield ask(request, model);
            }
        };
    }

    private String in(PersonId person, boolean link, HttpServletRequest request, HttpServletResponse response) {
        var waiting = waiting(request);
        if (waiting != null) {
            request.getSession().removeAttribute(ExternalIdentity.WAITING);
        }
        if (waiting != null && link) {
            link(person, waiting, request);
        }
        desk.takeBack(response);
        return "redirect:" + entrance.enter(people.welcomed(person, "code", ""), request, response);
    }

    /** The code was right: who it is for comes in, also where the account cannot be linked now. */
    private void link(PersonId person, ExternalIdentity waiting, HttpServletRequest request) {
        try {
            people.link(person, waiting);
        } catch (Refused away) {
            request.getSession().setAttribute(ExternalIdentity.WAITING, waiting);
        }
    }

    private static @Nullable ExternalIdentity waiting(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ExternalIdentity.WAITING) instanceof ExternalIdentity identity ? identity : null;
    }
}
