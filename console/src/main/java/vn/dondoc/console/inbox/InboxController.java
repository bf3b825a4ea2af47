package vn.dondoc.console.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.page.LocalPath;
import vn.dondoc.contracts.api.Notifications;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.id.NotificationId;

/** The inbox: what was sent to the user's positions, newest first. Opening a message marks it as read. */
@Controller
class InboxController {

    private static final ParameterizedTypeReference<Page<Notifications.Notification>> LIST = new ParameterizedTypeReference<>() {};

    private final Backend backend;

    InboxController(Backend backend) {
        this.backend = backend;
    }

    @GetMapping("/inbox")
    String list(@RequestParam(required = false) @Nullable String unread, @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        var only = "true".equals(unread);
        var query = Query.none().with("unread", only ? true : null).with("after", after);
        var page = backend.get(Service.NOTIFICATION, "/api/notifications", query, LIST);
        var next = page.next();
        model.addAttribute("page", page);
        model.addAttribute("unreadOnly", only);
        model.addAttribute("next", next == null ? null : query.page("/inbox", next));
        return part == null ? "inbox" : "inbox :: messages";
    }

    @PostMapping("/inbox/{id}/open")
    String open(@PathVariable NotificationId id) {
        return "redirect:" + LocalPath.of(read(id).link());
    }

    @PostMapping("/inbox/{id}/read")
    String markRead(@PathVariable NotificationId id, @RequestParam(required = false) @Nullable String unread) {
        read(id);
        return "redirect:/inbox" + ("true".equals(unread) ? "?unread=true" : "");
    }

    private Notifications.Notification read(NotificationId id) {
        return backend.post(Service.NOTIFICATION, "/api/notifications/{id}/read", null, null, Notifications.Notification.class, id.value());
    }
}
