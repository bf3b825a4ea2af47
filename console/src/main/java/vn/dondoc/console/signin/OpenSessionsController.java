package vn.dondoc.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** "Phiên đăng nhập": where one is signed in, and signing out everywhere at once. */
@Controller
class OpenSessionsController {

    private final OpenSessions sessions;

    OpenSessionsController(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/my-sessions")
    String page(HttpServletRequest request, Model model) {
        var session = request.getSession();
        model.addAttribute("open", CurrentUser.find().map(user -> sessions.of(user.person(), session.getId())).orElseThrow());
        return "my-sessions";
    }

    /** The present session ends with the others. */
    @PostMapping("/my-sessions/end")
    String end(HttpServletRequest request) {
        CurrentUser.find().ifPresent(user -> sessions.endAllOf(user.person()));
        request.getSession().invalidate();
        return "redirect:/sign-in";
    }
}
