package vn.dondoc.console.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.NotificationPreferences;
import vn.dondoc.contracts.api.Problem;

/** "Cách nhận thông báo": the hour of one's digest, and what is not to disturb. */
@Controller
class PreferenceController {

    private static final String PLACE = "/inbox/preferences";
    private static final String PATH = "/api/notifications/preferences";

    private final Backend backend;

    PreferenceController(Backend backend) {
        this.backend = backend;
    }

    @GetMapping(PLACE)
    String page(Model model) {
        return show(null, null, model);
    }

    @PostMapping(PLACE)
    String change(
            @RequestParam(defaultValue = "") String digestAt, @RequestParam(required = false) @Nullable List<String> muted,
            @RequestParam(defaultValue = "0") long version, Model model, HttpServletResponse response, RedirectAttributes after) {
        var wanted = new NotificationPreferences.Wanted(digestAt.isBlank() ? null : digestAt.strip(), muted == null ? List.of() : muted);
        try {
            backend.put(Service.NOTIFICATION, PATH, wanted, version, NotificationPreferences.Preferences.class);
            after.addFlashAttribute("said", "preferences.said");
            return "redirect:" + PLACE;
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(wanted, refused.problem(), model);
        }
    }

    private String show(NotificationPreferences.@Nullable Wanted typed, @Nullable Problem problem, Model model) {
        var present = backend.get(Service.NOTIFICATION, PATH, NotificationPreferences.Preferences.class);
        model.addAttribute("chosen", present);
        model.addAttribute("typed", typed == null ? new NotificationPreferences.Wanted(present.digestAt(), present.muted()) : typed);
        model.addAttribute("problem", problem);
        return "preferences";
    }
}
