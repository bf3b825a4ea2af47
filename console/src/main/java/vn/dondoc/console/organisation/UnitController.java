package vn.dondoc.console.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.console.page.PageFrame;
import vn.dondoc.console.people.PeopleCalls;
import vn.dondoc.console.problem.Problems;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.UnitId;

/** Units: the tree step by step, what is in a unit, and what it becomes. */
@Controller
class UnitController {

    private static final Set<UnitKind> COMMUNES = EnumSet.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);
    private static final List<UnitKind> BELOW_PROVINCE = List.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE, UnitKind.DEPARTMENT);
    private static final Set<UnitKind> ABOVE = EnumSet.of(UnitKind.PROVINCE, UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE, UnitKind.DEPARTMENT);
    private static final int MOST_NAMES = 200;

    private final OrganisationCalls calls;
    private final PeopleCalls people;
    private final Directory directory;
    private final PageFrame frame;
    private final Problems problems;

    UnitController(OrganisationCalls calls, PeopleCalls people, Directory directory, PageFrame frame, Problems problems) {
        this.calls = calls;
        this.people = people;
        this.directory = directory;
        this.frame = frame;
        this.problems = problems;
    }

    /** What was typed into a form that was refused. */
    private record Typed(@Nullable ChangeForm change, @Nullable String names, @Nullable Problem problem) {}

    @GetMapping("/organisation")
    String start(@RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String after, Model model) {
        if (q == null || q.isBlank()) {
            return "redirect:/organisation/units/" + own().value();
        }
        var found = calls.search(q, after);
        model.addAttribute("q", q);
        model.addAttribute("found", found);
        model.addAttribute("more", found.next() == null ? null : Query.none().with("q", q).page("/organisation", found.next()));
        return "organisation/search";
    }

    /** The commune, or the province for people of the province. */
    private UnitId own() {
        var who = directory.who();
        var commune = who.commune();
        if (commune != null) {
            return commune;
        }
        return who.positions().stream().map(Organisation.PositionView::unit)
                .map(unit -> unit.kind() == UnitKind.PROVINCE || unit.parent() == null ? unit.id() : unit.parent())
                .findFirst().orElseThrow(() -> refused(404, "NOT_FOUND"));
    }

    @GetMapping("/organisation/units/{id}")
    String unit(@PathVariable UnitId id, Model model) {
        return show(id, new Typed(null, null, null), model);
    }

    @PostMapping("/organisation/units/{id}/changes")
    String change(
            @PathVariable UnitId id, @ModelAttribute("change") ChangeForm form, @RequestParam(required = false) @Nullable String key, Model model,
            RedirectAttributes after, HttpServletResponse response) {
        try {
            var done = calls.change(id, form.wanted().orElseThrow(() -> refused(400, "FORM")), key);
            after.addFlashAttribute("said", done.state().equals("refused") ? "organisation.said.refused" : done.state().equals("planned") ? "organisation.said.planned" : "organisation.said.done");
            return "redirect:/organisation/units/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, new Typed(form, null, refused.problem()), model);
        }
    }

    @PostMapping("/organisation/units/{id}/changes/{change}/withdrawal")
    String withdraw(@PathVariable UnitId id, @PathVariable String change, @RequestParam long version, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            calls.withdraw(change, version);
            after.addFlashAttribute("said", "organisation.said.withdrawn");
            return "redirect:/organisation/units/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, new Typed(null, null, refused.problem()), model);
        }
    }

    /** One unit a line; a name that stands below the unit already is left alone. */
    @PostMapping("/organisation/units/{id}/below")
    String add(
            @PathVariable UnitId id, @RequestParam(defaultValue = "") String names, @RequestParam(defaultValue = "") String kind, Model model, RedirectAttributes after,
            HttpServletResponse response) {
        try {
            var detail = calls.unit(id);
            var wanted = Coded.of(UnitKind.class, kind).filter(kindsBelow(detail.unit().kind())::contains).orElseThrow(() -> refused(400, "FORM"));
            var units = units(detail, names, wanted);
            if (units.isEmpty()) {
                throw refused(400, "FORM");
            }
            calls.add(units);
            after.addFlashAttribute("said", "organisation.said.added");
            return "redirect:/organisation/units/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(id, new Typed(null, names, refused.problem()), model);
        }
    }

    private static List<UnitState> units(Organisation.UnitDetail above, String names, UnitKind kind) {
        var unit = above.unit();
        var province = above.path().isEmpty() ? unit.id() : above.path().getFirst().id();
        var known = new HashSet<String>();
        above.below().forEach(one -> known.add(one.name().toLowerCase(Locale.ROOT)));
        return Arrays.stream(names.split("\\R")).map(String::strip).filter(name -> !name.isEmpty() && known.add(name.toLowerCase(Locale.ROOT))).limit(MOST_NAMES)
                .map(name -> {
                    var id = new UnitId(Ids.derived("unit", unit.id().value(), name.toLowerCase(Locale.ROOT)));
                    return new UnitState(id, name, List.of(), kind, unit.id(), COMMUNES.contains(kind) ? id : unit.commune(), province, false, true);
                }).toList();
    }

    static List<UnitKind> kindsBelow(UnitKind above) {
        return switch (above) {
            case PROVINCE -> BELOW_PROVINCE;
            case DEPARTMENT -> List.of(UnitKind.OTHER);
            default -> Arrays.stream(UnitKind.values()).filter(kind -> !ABOVE.contains(kind)).toList();
        };
    }

    private String show(UnitId id, Typed typed, Model model) {
        var detail = calls.unit(id);
        var unit = detail.unit();
        model.addAttribute("detail", detail);
        model.addAttribute("holders", people.names(detail.positions().stream().map(Organisation.Place::holder).filter(Objects::nonNull).toList()));
        model.addAttribute("isCommune", unit.id().equals(unit.commune()));
        model.addAttribute("change", typed.change() == null ? ChangeForm.empty() : typed.change());
        model.addAttribute("names", typed.names() == null ? "" : typed.names());
        model.addAttribute("problem", typed.problem());
        model.addAttribute("kinds", kindsBelow(unit.kind()));
        model.addAttribute("partKinds", kindsBelow(UnitKind.COMMUNE));
        model.addAttribute("others", detail.mayChange() && !ABOVE.contains(unit.kind())
                ? calls.units(unit.commune()).stream().filter(one -> !one.id().equals(id)).toList() : List.of());
        model.addAttribute("dividable", detail.mayChange() && !ABOVE.contains(unit.kind()));
        model.addAttribute("today", frame.today());
        return "organisation/unit";
    }

    private Refused refused(int status, String code) {
        return new Refused(problems.of(status, code, LocaleContextHolder.getLocale()));
    }
}
