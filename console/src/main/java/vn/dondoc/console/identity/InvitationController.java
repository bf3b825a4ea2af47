package vn.dondoc.console.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.signin.Tries;

/** The page that an invitation's link opens: who is invited to what. The link signs nobody in: a code is sent to the contact that was invited. */
@Controller
class InvitationController {

    private static final int LOOKS = 60;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final KnownPeople people;
    private final CodeDesk desk;
    private final Tries tries;
    private final ConsoleSettings settings;

    InvitationController(KnownPeople people, CodeDesk desk, Tries tries, ConsoleSettings settings) {
        this.people = people;
        this.desk = desk;
        this.tries = tries;
        this.settings = settings;
    }

    @GetMapping("/invitation/{secret}")
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        // the address is the secret: no other page learns it
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!tries.take("invitation-address", request.getRemoteAddr(), LOOKS, AN_HOUR)) {
            response.setStatus(429);
            model.addAttribute("why", "code.tooOften");
            return "invitation";
        }
        try {
            model.addAttribute("invitation", people.invitation(secret));
            model.addAttribute("provider", settings.provider() != null);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("why", switch (refused.status()) {
                case 404, 400 -> "invitation.unknown";
                case 410 -> "invitation.ended";
                default -> "invitation.away";
            });
        }
        return "invitation";
    }

    @PostMapping("/invitation/{secret}/code")
    String code(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            if (desk.sendToPerson(people.invitation(secret).person(), request, response)) {
                return "redirect:/sign-in/code/enter";
            }
            response.setStatus(429);
            model.addAttribute("fault", "code.tooOften");
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("problem", refused.problem());
        }
        return show(secret, request, response, model);
    }
}
