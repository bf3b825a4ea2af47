package vn.dondoc.console.reminder;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words of messages, each filled with a real one. */
@Controller
class TemplateController {

    private final ReminderCalls calls;

    TemplateController(ReminderCalls calls) {
        this.calls = calls;
    }

    @GetMapping("/message-templates")
    String list(@RequestParam(required = false) @Nullable String key, Model model) {
        model.addAttribute("all", calls.templates());
        model.addAttribute("preview", key == null || key.isBlank() ? null : calls.template(key));
        return "reminders/templates";
    }
}
