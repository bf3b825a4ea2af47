package vn.dondoc.console.system;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
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
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.page.Display;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** The register of systems, and the page of one: what to paste into it, its workbook, and the tick that it was updated. */
@Controller
class SystemController {

    private final SystemCalls systems;
    private final SystemPage page;
    private final Directory directory;
    private final Display display;

    SystemController(SystemCalls systems, SystemPage page, Directory directory, Display display) {
        this.display = display;
        this.systems = systems;
        this.page = page;
        this.directory = directory;
    }

    @GetMapping("/reports/systems")
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        var found = systems.list(after);
        model.addAttribute("page", found);
        model.addAttribute("next", found.next() == null ? null : Query.none().page("/reports/systems", found.next()));
        model.addAttribute("mayKeep", keeps());
        return "reports/systems";
    }

    @GetMapping("/reports/systems/new")
    String fresh(Model model) {
        return form(SystemForm.fresh(), null, null, model);
    }

    @GetMapping("/reports/systems/{id}")
    String one(
            @PathVariable RuleId id, @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable UnitId commune, Model model) {
        return page.show(systems.get(id), period, commune, null, model);
    }

    @GetMapping("/reports/systems/{id}/edit")
    String edit(@PathVariable RuleId id, Model model) {
        return form(SystemForm.of(systems.get(id)), id, null, model);
    }

    @PostMapping("/reports/systems")
    String register(@RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        var form = SystemForm.typed(typed);
        try {
            var made = systems.register(form.wanted(), form.key());
            after.addFlashAttribute("said", "system.said");
            return "redirect:/reports/systems/" + made.summary().id().value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return form(form, null, refused.problem(), model);
        }
    }

    @PostMapping("/reports/systems/{id}")
    String redefine(
            @PathVariable RuleId id, @RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        var form = SystemForm.typed(typed);
        try {
            systems.redefine(id, form.wanted(), form.key(), form.version());
            after.addFlashAttribute("said", "system.said");
            return "redirect:/reports/systems/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return form(form, id, refused.problem(), model);
        }
    }

    /** That it was updated, with its receipt: a number, a file or both. */
    @PostMapping("/reports/systems/{id}/update/{report}")
    String vouch(
            @PathVariable RuleId id, @PathVariable ReportId report, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        var key = typed.getFirst("key");
        try {
            if (file != null && !file.isEmpty()) {
                systems.attach(report, file.getResource(), key == null ? null : key + "-f");
            }
            systems.vouch(report, told(typed), key);
            after.addFlashAttribute("said", "system.said.update");
            return "redirect:/reports/systems/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            model.addAttribute("typed", typed);
            return page.show(systems.get(id), typed.getFirst("period"), null, refused.problem(), model);
        }
    }

    /** As the service takes it, but what is missing stays missing, for the service to say so. */
    private record Told(boolean nothingToReport, @Nullable String results, @Nullable String source, @Nullable Receipt receipt) {}

    private record Receipt(@Nullable LocalDate updatedOn, @Nullable String number, List<TaskId> leftOut) {}

    private static Told told(MultiValueMap<String, String> typed) {
        var nothing = "true".equals(typed.getFirst("nothing"));
        var leftOut = typed.getOrDefault("leftOut", List.of()).stream().filter(Ids::plausible).map(TaskId::new).toList();
        return new Told(nothing, typed.getFirst("note"), typed.getFirst("source"), nothing ? null : new Receipt(day(typed.getFirst("updatedOn")), typed.getFirst("number"), leftOut));
    }

    private String form(SystemForm form, @Nullable RuleId id, @Nullable Problem problem, Model model) {
        var commune = directory.who().commune();
        model.addAttribute("form", form);
        model.addAttribute("id", id);
        model.addAttribute("problem", problem);
        model.addAttribute("ofCommune", commune != null);
        var units = commune == null ? directory.departments() : directory.units(commune);
        model.addAttribute("units", units.stream().sorted(Comparator.comparing(Organisation.UnitView::name, display::compare)).toList());
        model.addAttribute("fields", Systems.Field.values());
        model.addAttribute("levels", AssigningLevel.values());
        model.addAttribute("frequencies", List.of(Frequency.values()).stream().filter(one -> one != Frequency.AD_HOC).toList());
        return "reports/system-form";
    }

    private boolean keeps() {
        return directory.who().positions().stream().anyMatch(position -> position.scope() == null
                && List.of(Role.PROVINCE_ADMINISTRATOR, Role.PROVINCE_STANDING, Role.COMMUNE_STANDING).contains(position.role()));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
