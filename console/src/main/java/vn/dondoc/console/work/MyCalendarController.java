package vn.dondoc.console.work;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Calendars;

/** "Lịch của tôi": addresses under which a calendar program reads one's deadlines; each is shown once and can be taken back. */
@Controller
class MyCalendarController {

    private static final String KEYS = "/api/calendar/keys";

    private final Backend backend;

    MyCalendarController(Backend backend) {
        this.backend = backend;
    }

    @GetMapping("/my-calendar")
    String page(Model model) {
        model.addAttribute("keys", backend.get(Service.TASK, KEYS, Calendars.Keys.class).keys());
        return "calendar";
    }

    /** Shown at once and not after a redirect: what is told once is not kept in a session. */
    @PostMapping("/my-calendar/keys")
    String make(@RequestParam(required = false) @Nullable String key, Model model, HttpServletResponse response) {
        try {
            var made = backend.post(Service.TASK, KEYS, null, key, Calendars.Made.class);
            model.addAttribute("address", made.secret() == null ? null
                    : ServletUriComponentsBuilder.fromCurrentContextPath().path("/calendar/" + made.secret() + ".ics").toUriString());
            model.addAttribute("shownBefore", made.secret() == null);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("problem", refused.problem());
        }
        return page(model);
    }

    @PostMapping("/my-calendar/keys/{id}/revocation")
    String revoke(@PathVariable String id, RedirectAttributes after) {
        backend.delete(Service.TASK, KEYS + "/{id}", Calendars.Keys.class, id);
        after.addFlashAttribute("said", "calendar.revoked");
        return "redirect:/my-calendar";
    }

    @GetMapping({"/my-calendar/keys", "/my-calendar/keys/{id}/revocation"})
    String again() {
        return "redirect:/my-calendar";
    }
}
