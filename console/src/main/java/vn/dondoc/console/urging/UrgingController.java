package vn.dondoc.console.urging;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.contracts.id.UrgingId;

/** Letters of urging: the list, what is late to choose from, and one letter on its way. */
@Controller
class UrgingController {

    private static final int MOST_LATE = 200;

    private final UrgingCalls calls;
    private final Directory directory;
    private final Problems problems;

    UrgingController(UrgingCalls calls, Directory directory, Problems problems) {
        this.calls = calls;
        this.directory = directory;
        this.problems = problems;
    }

    @GetMapping("/urgings")
    String list(@RequestParam(required = false) @Nullable String stage, @RequestParam(required = false) @Nullable String after, Model model) {
        var query = Query.none().with("stage", stage).with("after", after);
        var page = calls.list(query);
        var next = page.next();
        model.addAttribute("page", page);
        model.addAttribute("next", next == null ? null : query.page("/urgings", next));
        model.addAttribute("stage", stage);
        model.addAttribute("stages", Urgings.Stage.values());
        model.addAttribute("mayWrite", directory.who().concludes());
        return "urgings/list";
    }

    @GetMapping("/urgings/new")
    String late(@RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String after, Model model) {
        return choose(unit, after, List.of(), null, model);
    }

    @PostMapping("/urgings")
    String draft(
            @RequestParam(defaultValue = "") List<String> rows, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String key, Model model, HttpServletResponse response) {
        try {
            var wanted = rows.stream().filter(row -> row.contains(":")).map(row -> new Urgings.RowRef(row.substring(0, row.indexOf(':')), row.substring(row.indexOf(':') + 1)))
                    .toList();
            return "redirect:/urgings/" + calls.draft(new Urgings.Wanted(wanted, null), key).summary().id();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return choose(unit, null, rows, refused.problem(), model);
        }
    }

    @GetMapping("/urgings/{id}")
    String one(@PathVariable UrgingId id, Model model) {
        return show(id, null, null, model);
    }

    @PostMapping("/urgings/{id}")
    String change(
            @PathVariable UrgingId id, @RequestParam(defaultValue = "0") long version, @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body, @RequestParam(required = false) @Nullable String answerBy,
            @RequestParam(required = false) @Nullable Integer signatory, Model model, HttpServletResponse response, RedirectAttributes after) {
        try {
            var choices = calls.one(id).signatories();
            var signing = signatory == null || signatory < 0 || signatory >= choices.size() ? null : choices.get(signatory);
            calls.change(id, new Urgings.Change(subject, body, answerBy == null || answerBy.isBlank() ? null : LocalDate.parse(answerBy), signing), version);
            after.addFlashAttribute("said", "urging.said.changed");
            return "redirect:/urgings/" + id;
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, refused.problem(), new Typed(subject, body), model);
        } catch (DateTimeParseException noDay) {
            response.setStatus(422);
            return show(id, problems.of(422, "FORM", LocaleContextHolder.getLocale()), new Typed(subject, body), model);
        }
    }

    @PostMapping("/urgings/{id}/issue")
    String issue(
            @PathVariable UrgingId id, @RequestParam(defaultValue = "0") long version, @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String issuedOn, @RequestParam(required = false) @Nullable MultipartFile file, Model model,
            HttpServletResponse response, RedirectAttributes after) {
        if (file == null || file.isEmpty()) {
            response.setStatus(422);
            return show(id, problems.of(422, "URGING_FILE", LocaleContextHolder.getLocale()), null, model);
        }
        return acted(id, "urging.said.issued", () -> calls.issue(id, file.getResource(), number, issuedOn, version), model, response, after);
    }

    @PostMapping("/urgings/{id}/sending")
    String send(
            @PathVariable UrgingId id, @RequestParam(defaultValue = "0") long version, @RequestParam(required = false) @Nullable String key, Model model,
            HttpServletResponse response, RedirectAttributes after) {
        return acted(id, "urging.said.sent", () -> calls.step(id, "sending", version, key), model, response, after);
    }

    @PostMapping("/urgings/{id}/discarding")
    String discard(
            @PathVariable UrgingId id, @RequestParam(defaultValue = "0") long version, @RequestParam(required = false) @Nullable String key, Model model,
            HttpServletResponse response, RedirectAttributes after) {
        return acted(id, "urging.said.discarded", () -> calls.step(id, "discarding", version, key), model, response, after);
    }

    @PostMapping("/urgings/{id}/answers")
    String answer(
            @PathVariable UrgingId id, @RequestParam(defaultValue = "0") long version, @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable UnitId unit, @RequestParam(defaultValue = "") String text, Model model, HttpServletResponse response,
            RedirectAttributes after) {
        return acted(id, "urging.said.answered", () -> calls.answer(id, new Urgings.Reply(unit, text), version, key), model, response, after);
    }

    private String acted(
            UrgingId id, String said, Supplier<Urgings.Urging> call, Model model, HttpServletResponse response, RedirectAttributes after) {
        try {
            var changed = call.get();
            after.addFlashAttribute("said", said);
            return "redirect:/urgings/" + changed.summary().id();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, refused.problem(), null, model);
        }
    }

    /** What was typed into a form that was refused. */
    private record Typed(String subject, String body) {}

    private String show(UrgingId id, @Nullable Problem problem, @Nullable Typed typed, Model model) {
        var letter = calls.one(id);
        model.addAttribute("letter", letter);
        model.addAttribute("subject", typed == null ? letter.summary().subject() : typed.subject());
        model.addAttribute("body", typed == null ? letter.body() : typed.body());
        model.addAttribute("problem", problem);
        return "urgings/one";
    }

    private String choose(@Nullable String unit, @Nullable String after, List<String> chosen, @Nullable Problem problem, Model model) {
        var query = Query.none().with("unit", unit).with("limit", MOST_LATE).with("after", after);
        var page = calls.late(query);
        var byUnits = new LinkedHashMap<String, List<Urgings.Row>>();
        page.items().forEach(row -> byUnits.computeIfAbsent(
                row.responsible().stream().map(Urgings.Named::name).collect(Collectors.joining(", ")), _ -> new ArrayList<>()).add(row));
        var next = page.next();
        model.addAttribute("page", page);
        model.addAttribute("next", next == null ? null : query.page("/urgings/new", next));
        model.addAttribute("groups", byUnits);
        model.addAttribute("chosen", chosen);
        model.addAttribute("unit", unit);
        model.addAttribute("problem", problem);
        return "urgings/late";
    }
}
