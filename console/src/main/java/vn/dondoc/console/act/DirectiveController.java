package vn.dondoc.console.act;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Urgency;
import vn.dondoc.contracts.id.DirectiveId;

/** Directives: a list, one with its parts, and the form to give one to many units at once. */
@Controller
class DirectiveController {

    private final ActCalls calls;
    private final Directory directory;
    private final Problems problems;

    DirectiveController(ActCalls calls, Directory directory, Problems problems) {
        this.calls = calls;
        this.directory = directory;
        this.problems = problems;
    }

    @GetMapping("/directives")
    String list(
            @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String given,
            @RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        var query = Query.none().with("q", q).with("given", given).with("unit", unit).with("after", after);
        var page = calls.directives(query);
        var next = page.next();
        model.addAttribute("page", page);
        model.addAttribute("next", next == null ? null : query.page("/directives", next));
        model.addAttribute("q", q);
        model.addAttribute("given", given);
        model.addAttribute("unit", unit);
        model.addAttribute("mayGive", directory.who().gives());
        return part == null ? "acts/directives" : "acts/directives :: results";
    }

    @GetMapping("/directives/new")
    String form(Model model) {
        return fill(new FormFields(new LinkedMultiValueMap<>()), null, model);
    }

    @PostMapping("/directives")
    String give(
            @RequestParam(required = false) @Nullable String key, @RequestParam MultiValueMap<String, String> fields, Model model,
            HttpServletResponse response, RedirectAttributes after) {
        var form = new FormFields(fields);
        try {
            var given = calls.give(wanted(form), key);
            after.addFlashAttribute("said", "directive.done");
            return "redirect:/directives/" + given.summary().id();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return fill(form, refused.problem(), model);
        } catch (DateTimeParseException noDay) {
            response.setStatus(422);
            return fill(form, problems.of(422, "FORM", LocaleContextHolder.getLocale()), model);
        }
    }

    @GetMapping("/directives/{id}")
    String one(@PathVariable DirectiveId id, Model model) {
        return show(id, null, model);
    }

    @PostMapping("/directives/{id}/addressees")
    String extend(
            @PathVariable DirectiveId id, @RequestParam(defaultValue = "0") long version, @RequestParam(required = false) @Nullable String key,
            @RequestParam MultiValueMap<String, String> fields, Model model, HttpServletResponse response, RedirectAttributes after) {
        try {
            calls.extend(id, new Directives.More(new FormFields(fields).units("addressees")), version, key);
            after.addFlashAttribute("said", "directive.extended");
            return "redirect:/directives/" + id;
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, refused.problem(), model);
        }
    }

    @PostMapping("/directives/{id}/withdrawal")
    String withdraw(
            @PathVariable DirectiveId id, @RequestParam(defaultValue = "0") long version, @RequestParam(required = false) @Nullable String key,
            @RequestParam MultiValueMap<String, String> fields, Model model, HttpServletResponse response, RedirectAttributes after) {
        var form = new FormFields(fields);
        var chosen = form.units("addressees");
        if (chosen.isEmpty() && form.text("all") == null) {
            response.setStatus(422);
            return show(id, problems.of(422, "DIRECTIVE_NONE_CHOSEN", LocaleContextHolder.getLocale()), model);
        }
        try {
            calls.withdraw(id, new Directives.Withdrawal(form.text("all") == null ? chosen : List.of(), form.said("reason")), version, key);
            after.addFlashAttribute("said", "directive.withdrawn");
            return "redirect:/directives/" + id;
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, refused.problem(), model);
        }
    }

    private String show(DirectiveId id, @Nullable Problem problem, Model model) {
        var directive = calls.directive(id);
        model.addAttribute("directive", directive);
        model.addAttribute("problem", problem);
        var holding = directive.parts().stream().filter(part -> part.withdrawnOn() == null).map(Directives.Part::addressee).collect(Collectors.toSet());
        model.addAttribute("holding", directive.parts().stream().filter(part -> part.withdrawnOn() == null).toList());
        model.addAttribute("more", directive.mayChange()
                ? calls.addressees().stream().filter(one -> !holding.contains(one.id())).toList() : List.of());
        return "acts/directive";
    }

    private String fill(FormFields form, @Nullable Problem problem, Model model) {
        model.addAttribute("filled", form);
        model.addAttribute("problem", problem);
        var addressees = calls.addressees();
        model.addAttribute("addressees", addressees);
        model.addAttribute("groups", Choices.of(addressees));
        model.addAttribute("urgencies", Urgency.values());
        model.addAttribute("frequencies", Frequency.values());
        return "acts/directive-form";
    }

    private Directives.Wanted wanted(FormFields form) {
        var to = form.all("all").isEmpty() ? form.units("addressees") : Choices.chosen(Choices.of(calls.addressees()), form);
        return new Directives.Wanted(
                form.said("content"), form.text("number"), form.text("product"),
                Coded.of(Urgency.class, Objects.requireNonNullElse(form.text("urgency"), "")).orElse(null), form.due("dueKind", "due"), to);
    }
}
