package vn.dondoc.console.operations;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.backend.SideBySide;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Operations;

/** Pages of the operator: all services, the records one of them put aside, one record. */
@Controller
class DeskController {

    private static final Set<String> DECISIONS = Set.of("replay", "discard");

    private final Desk desk;
    private final Problems problems;

    DeskController(Desk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    @GetMapping("/operations")
    String overview(Model model) {
        // When a broker hangs each service needs its time to say so, and that is when somebody looks here
        var checked = SideBySide.ask(Desk.services().<Callable<Optional<Operations.Checks>>>map(service -> () -> desk.checks(service)).toList());
        model.addAttribute("services", SideBySide.ask(Desk.services().<Callable<Standing>>map(service -> () -> desk.standing(service)).toList()));
        var checks = checked.stream().flatMap(Optional::stream).toList();
        model.addAttribute("findings", Finding.together(checks));
        model.addAttribute("checked", checks.size());
        return "operations/overview";
    }

    @GetMapping("/operations/{name}/dead-letters")
    String letters(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var shown = status == null ? "open" : status;
        var query = Query.none().with("status", shown.equals("all") ? null : shown).with("after", after);
        var page = desk.letters(service(name), query);
        var next = page.next();
        model.addAttribute("page", page);
        model.addAttribute("service", name);
        model.addAttribute("status", shown);
        model.addAttribute("next", next == null ? null : Query.none().with("status", shown).page(listOf(name), next));
        return "operations/letters";
    }

    @GetMapping("/operations/{name}/dead-letters/{id}")
    String letter(@PathVariable String name, @PathVariable String id, Model model) {
        model.addAttribute("content", desk.letter(service(name), id));
        model.addAttribute("service", name);
        return "operations/letter";
    }

    @PostMapping("/operations/{name}/dead-letters/{id}/{decision}")
    String decide(
            @PathVariable String name,
            @PathVariable String id,
            @PathVariable String decision,
            @RequestParam(required = false) @Nullable String key,
            RedirectAttributes after) {
        if (!DECISIONS.contains(decision)) {
            throw notFound();
        }
        desk.decide(service(name), id, decision, key);
        after.addFlashAttribute("said", "letters.said." + decision);
        return "redirect:" + listOf(name);
    }

    private static String listOf(String name) {
        return "/operations/" + name + "/dead-letters";
    }

    private Service service(String name) {
        return Desk.services().filter(service -> Desk.nameOf(service).equals(name)).findFirst().orElseThrow(this::notFound);
    }

    private Refused notFound() {
        return new Refused(problems.of(404, "NOT_FOUND", LocaleContextHolder.getLocale()));
    }
}
