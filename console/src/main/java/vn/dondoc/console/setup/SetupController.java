package vn.dondoc.console.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.signin.Entrance;
import vn.dondoc.console.signin.SignedIn;
import vn.dondoc.contracts.api.Problem;

/** Names the province and its first administrator, who is signed in by it. */
@Controller
class SetupController {

    private static final int LOOKS = 50;
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(200);

    private final SetupCalls calls;
    private final Entrance entrance;

    SetupController(SetupCalls calls, Entrance entrance) {
        this.calls = calls;
        this.entrance = entrance;
    }

    @GetMapping("/setup")
    String page(Model model) {
        return calls.isOpen() ? show(SetupForm.empty(), null, model) : "redirect:/";
    }

    @PostMapping("/setup")
    String setUp(@ModelAttribute("form") SetupForm form, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            var wanted = form.wanted();
            var made = calls.setUp(SetupForm.said(form.token()), wanted);
            entrance.enter(SignedIn.first(made.person(), wanted.name(), wanted.provinceName()), request, response);
            // The copies of the directory hear of it a moment later: the next page needs its rights
            for (int look = 0; look < LOOKS && !calls.knowsUser(); look++) {
                LockSupport.parkNanos(BETWEEN);
            }
            return "redirect:/organisation/new-commune";
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(form, refused.problem(), model);
        }
    }

    private static String show(SetupForm form, @Nullable Problem problem, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        return "setup/start";
    }
}
