package vn.dondoc.console.act;

import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.clock.DomainClock;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Proceedings;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.ProceedingKind;
import vn.dondoc.contracts.id.ProceedingId;

/** Meetings and inspections: lists, one with its points and how they stand, and the form that writes it. */
@Controller
class ProceedingController {

    private final ActCalls calls;
    private final Directory directory;
    private final Problems problems;
    private final DomainClock clock;

    ProceedingController(ActCalls calls, Directory directory, Problems problems, DomainClock clock) {
        this.calls = calls;
        this.directory = directory;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/proceedings")
    String list(
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Model model) {
        var query = Query.none().with("kind", kindOf(kind).code()).with("q", q).with("after", after);
        var page = calls.proceedings(query);
        var next = page.next();
        model.addAttribute("kind", kindOf(kind).code());
        model.addAttribute("page", page);
        model.addAttribute("next", next == null ? null : query.page("/proceedings", next));
        model.addAttribute("q", q);
        model.addAttribute("mayWrite", directory.who().concludes());
        return part == null ? "acts/proceedings" : "acts/proceedings :: results";
    }

    @GetMapping("/proceedings/new")
    String form(@RequestParam(required = false) @Nullable String kind, Model model) {
        return fill(null, ProceedingForm.empty(kindOf(kind)), 0, null, model);
    }

    @GetMapping("/proceedings/{id}")
    String one(@PathVariable ProceedingId id, Model model) {
        return show(id, null, model);
    }

    @GetMapping("/proceedings/{id}/edit")
    String edit(@PathVariable ProceedingId id, Model model) {
        var proceeding = calls.proceeding(id);
        return fill(id, ProceedingForm.of(proceeding), proceeding.version(), null, model);
    }

    @PostMapping("/proceedings")
    String write(
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String key,
            @RequestParam MultiValueMap<String, String> fields, Model model, HttpServletResponse response, RedirectAttributes after) {
        var form = new ProceedingForm(kindOf(kind), new FormFields(fields));
        try {
            return saved(calls.write(form.wanted(clock.today()), key), after);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return fill(null, form, 0, refused.problem(), model);
        } catch (DateTimeParseException noDay) {
            response.setStatus(422);
            return fill(null, form, 0, unreadable(), model);
        }
    }

    @PostMapping("/proceedings/{id}")
    String rewrite(
            @PathVariable ProceedingId id, @RequestParam(required = false) @Nullable String kind, @RequestParam(defaultValue = "0") long version,
            @RequestParam MultiValueMap<String, String> fields, Model model, HttpServletResponse response, RedirectAttributes after) {
        var form = new ProceedingForm(kindOf(kind), new FormFields(fields));
        try {
            return saved(calls.rewrite(id, form.wanted(clock.today()), version), after);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return fill(id, form, version, refused.problem(), model);
        } catch (DateTimeParseException noDay) {
            response.setStatus(422);
            return fill(id, form, version, unreadable(), model);
        }
    }

    @PostMapping("/proceedings/{id}/directives")
    String give(
            @PathVariable ProceedingId id, @RequestParam(defaultValue = "0") long version, @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable List<String> points, Model model, HttpServletResponse response, RedirectAttributes after) {
        try {
            calls.give(id, points == null ? List.of() : points, version, key);
            after.addFlashAttribute("said", "proceeding.given");
            return "redirect:/proceedings/" + id;
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, refused.problem(), model);
        }
    }

    @PostMapping("/proceedings/{id}/points/{point}/closing")
    String close(
            @PathVariable ProceedingId id, @PathVariable String point, @RequestParam(defaultValue = "0") long version,
            @RequestParam(required = false) @Nullable String key, @RequestParam(required = false) @Nullable String reason, Model model,
            HttpServletResponse response, RedirectAttributes after) {
        try {
            calls.close(id, point, reason == null || reason.isBlank() ? null : reason, version, key);
            after.addFlashAttribute("said", "proceeding.pointClosed");
            return "redirect:/proceedings/" + id;
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, refused.problem(), model);
        }
    }

    private static String saved(Proceedings.Proceeding written, RedirectAttributes after) {
        after.addFlashAttribute("said", "proceeding.saved");
        return "redirect:/proceedings/" + written.summary().id();
    }

    private String show(ProceedingId id, @Nullable Problem problem, Model model) {
        model.addAttribute("proceeding", calls.proceeding(id));
        model.addAttribute("problem", problem);
        return "acts/proceeding";
    }

    private String fill(@Nullable ProceedingId id, ProceedingForm form, long version, @Nullable Problem problem, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("filled", form);
        model.addAttribute("version", version);
        model.addAttribute("problem", problem);
        model.addAttribute("addressees", calls.addressees());
        model.addAttribute("last", form.kind() == ProceedingKind.MEETING ? calls.lastMeeting(directory.who().commune(), id).orElse(null) : null);
        return "acts/proceeding-form";
    }

    private Problem unreadable() {
        return problems.of(422, "FORM", LocaleContextHolder.getLocale());
    }

    private static ProceedingKind kindOf(@Nullable String kind) {
        return Coded.of(ProceedingKind.class, kind == null ? "" : kind).orElse(ProceedingKind.MEETING);
    }
}
