package vn.dondoc.console.operations;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Deliveries;
import vn.dondoc.contracts.api.Page;

/** What is on its way to whom, and how the channels fare. */
@Controller
class DeliveriesController {

    private static final ParameterizedTypeReference<Page<Deliveries.Delivery>> LIST = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Deliveries.Channel>> CHANNELS = new ParameterizedTypeReference<>() {};
    private static final String PATH = "/api/deliveries";
    private static final String PLACE = "/operations/deliveries";
    private static final Set<String> DECISIONS = Set.of("resend", "cancel");
    private static final List<String> STATES = List.of("waiting", "held", "sent", "failed", "dropped", "cancelled", "skipped", "gathering");

    private final Backend backend;
    private final Problems problems;

    DeliveriesController(Backend backend, Problems problems) {
        this.backend = backend;
        this.problems = problems;
    }

    @GetMapping(PLACE)
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var query = Query.none().with("state", blank(state)).with("channel", blank(channel));
        var page = backend.get(Service.NOTIFICATION, PATH, query.and("after", after), LIST);
        var next = page.next();
        model.addAttribute("page", page);
        model.addAttribute("channels", backend.get(Service.NOTIFICATION, PATH + "/channels", Query.none(), CHANNELS));
        model.addAttribute("states", STATES);
        model.addAttribute("state", blank(state));
        model.addAttribute("channel", blank(channel));
        model.addAttribute("next", next == null ? null : query.page(PLACE, next));
        return "operations/deliveries";
    }

    @GetMapping(PLACE + "/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("content", backend.get(Service.NOTIFICATION, PATH + "/{id}", Deliveries.Content.class, id));
        return "operations/delivery";
    }

    @PostMapping(PLACE + "/{id}/{decision}")
    String decide(@PathVariable String id, @PathVariable String decision, @RequestParam(required = false) @Nullable String key, RedirectAttributes after) {
        if (!DECISIONS.contains(decision)) {
            throw new Refused(problems.of(404, "NOT_FOUND", LocaleContextHolder.getLocale()));
        }
        var delivery = backend.post(Service.NOTIFICATION, PATH + "/{id}/" + decision, null, key, Deliveries.Delivery.class, id);
        after.addFlashAttribute("said", decision.equals("cancel") && !delivery.state().equals("cancelled") ? "deliveries.said.tooLate" : "deliveries.said." + decision);
        return "redirect:" + PLACE + "/" + id;
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
