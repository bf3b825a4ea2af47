package vn.dondoc.console.system;

import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.WorkbookSteps;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TaskId;

/** What a system's own workbook tells of tasks: it fills in a form, and only the rows that are confirmed there are recorded, each as progress of its task. */
@Controller
class SystemSheetController {

    private final SystemCalls systems;
    private final WorkbookSteps steps;

    SystemSheetController(SystemCalls systems, WorkbookSteps steps) {
        this.systems = systems;
        this.steps = steps;
    }

    /** A row that was not recorded, and why, as it is kept from one page to the next. */
    record Missed(String title, @Nullable String why) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /** The address of a form that was refused, asked for again. */
    @GetMapping("/reports/systems/{id}/sheet")
    String page(@PathVariable RuleId id) {
        return "redirect:/reports/systems/" + id.value();
    }

    @PostMapping("/reports/systems/{id}/sheet")
    String look(@PathVariable RuleId id, @RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response) {
        var system = systems.get(id);
        return steps.look(file, sheet -> systems.look(system, sheet), _ -> false, (preview, problem) -> show(system, preview, problem, model), response);
    }

    @PostMapping("/reports/systems/{id}/sheet/record")
    String confirm(@PathVariable RuleId id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes after) {
        var missed = new ArrayList<Missed>();
        int recorded = 0;
        var key = typed.getFirst("key");
        for (var task : typed.getOrDefault("use", List.of()).stream().distinct().filter(Ids::plausible).toList()) {
            try {
                systems.tell(new TaskId(task), progress(task, typed), key == null ? null : Ids.derived("system-sheet", key, task));
                recorded++;
            } catch (Refused refused) {
                missed.add(new Missed(String.valueOf(typed.getFirst("title-" + task)), whyOf(refused.problem())));
            }
        }
        after.addFlashAttribute("recorded", recorded);
        after.addFlashAttribute("missed", missed);
        return "redirect:/reports/systems/" + id.value();
    }

    private static String show(Systems.Detail system, Systems.@Nullable Preview preview, @Nullable Problem problem, Model model) {
        model.addAttribute("system", system);
        model.addAttribute("preview", preview);
        model.addAttribute("problem", problem);
        model.addAttribute("figures", preview == null ? Map.of() : figures(preview));
        return "reports/system-sheet";
    }

    /** Figures of each task as they come back with the form: a line each, parted by tabs. */
    private static Map<String, String> figures(Systems.Preview preview) {
        var figures = new LinkedHashMap<String, String>();
        preview.readings().forEach(reading -> figures.put(reading.task().value(), reading.figures().stream().map(figure -> Stream.of(
                figure.name(), figure.value().toPlainString(), figure.outOf() == null ? "" : figure.outOf().toPlainString(), figure.unit() == null ? "" : figure.unit())
                .collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"))));
        return figures;
    }

    /** What is no figure is left out: nobody but the form wrote it. */
    private static Tasks.Progress progress(String task, MultiValueMap<String, String> typed) {
        var percent = typed.getFirst("percent-" + task);
        var figures = new ArrayList<Tasks.Figure>();
        String.valueOf(typed.getOrDefault("figures-" + task, List.of("")).getFirst()).lines().map(line -> line.split("\t", -1)).filter(parts -> parts.length == 4)
                .forEach(parts -> number(parts[1]).forEach(value -> figures.add(new Tasks.Figure(
                        parts[0], value, number(parts[2]).findFirst().orElse(null), parts[3].isEmpty() ? null : parts[3]))));
        var note = typed.getFirst("note-" + task);
        return new Tasks.Progress(
                note == null ? "" : note, null, percent != null && percent.strip().matches("\\d{1,3}") ? Integer.valueOf(percent.strip()) : null, null, figures.isEmpty() ? null : figures);
    }

    private static Stream<BigDecimal> number(String text) {
        return text.matches("\\d{1,15}(\\.\\d{1,4})?") ? Stream.of(new BigDecimal(text)) : Stream.empty();
    }

    private static @Nullable String whyOf(@Nullable Problem problem) {
        if (problem == null) {
            return null;
        }
        var errors = problem.errors();
        return errors == null || errors.isEmpty() ? problem.detail() : errors.getFirst().message();
    }
}
