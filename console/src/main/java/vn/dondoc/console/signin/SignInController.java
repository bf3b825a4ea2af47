package vn.dondoc.console.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. It lists the demo accounts where there are any: in local runs. */
@Controller
class SignInController {

    private final ObjectProvider<DemoAccounts> accounts;

    SignInController(ObjectProvider<DemoAccounts> accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(required = false) @Nullable String error, @RequestParam(required = false) @Nullable String account, Model model) {
        var demo = accounts.getIfAvailable();
        if (demo != null) {
            model.addAttribute("demo", demo.byRole());
            model.addAttribute("chosen", demo.find(account).orElse(null));
        }
        model.addAttribute("locked", "locked".equals(error));
        model.addAttribute("wrong", error != null && !"locked".equals(error));
        return "sign-in";
    }
}
