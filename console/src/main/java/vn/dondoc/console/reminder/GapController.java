package vn.dondoc.console.reminder;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where messages reach nobody who was meant. */
@Controller
class GapController {

    private final ReminderCalls calls;

    GapController(ReminderCalls calls) {
        this.calls = calls;
    }

    @GetMapping("/gaps")
    String page(Model model) {
        model.addAttribute("found", calls.gaps());
        return "reminders/gaps";
    }
}
