package vn.dondoc.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dondoc.console.settings.ConsoleSettings;

/** The sign-in page. It lists the demo accounts where there are any: in local runs. */
@Controller
class SignInController {

    /** The account that was typed beside a wrong password, kept in the session until the page shows it. */
    static final String TYPED = "sign-in.account";

    private static final Set<String> FAULTS = Set.of("wrong", "locked", "away", "refused");

    private final ObjectProvider<DemoAccounts> accounts;
    private final ConsoleSettings settings;

    SignInController(ObjectProvider<DemoAccounts> accounts, ConsoleSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) @Nullable String error, @RequestParam(required = false) @Nullable String account,
            HttpServletRequest request, Model model) {
        var demo = accounts.getIfAvailable();
        if (demo != null) {
            model.addAttribute("demo", demo.byRole());
            model.addAttribute("account", demo.find(account).map(DemoAccount::account).orElseGet(() -> typed(request)));
        }
        model.addAttribute("provider", settings.provider() != null);
        model.addAttribute("fault", error == null ? null : FAULTS.contains(error) ? error : "wrong");
        return "sign-in";
    }

    private static @Nullable String typed(HttpServletRequest request) {
        var session = request.getSession(false);
        var typed = session == null ? null : session.getAttribute(TYPED);
        if (session != null) {
            session.removeAttribute(TYPED);
        }
        return typed instanceof String text ? text : null;
    }
}
