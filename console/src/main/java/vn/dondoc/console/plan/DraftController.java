package vn.dondoc.console.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.page.Directory;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.DraftId;

/** The review of what was read: source beside reading, doubts first, corrections row by row, then publishing. */
@Controller
class DraftController {

    /** What a unit of a commune may be. */
    private static final List<UnitKind> KINDS = List.of(
            UnitKind.OFFICE, UnitKind.VILLAGE, UnitKind.FRONT, UnitKind.SCHOOL, UnitKind.HEALTH, UnitKind.POLICE, UnitKind.MILITARY, UnitKind.PARTY,
            UnitKind.COMMITTEE, UnitKind.OTHER);

    private final PlanCalls plans;
    private final DraftChanges changes;
    private final AmendmentCalls amendments;
    private final Directory directory;

    DraftController(PlanCalls plans, DraftChanges changes, AmendmentCalls amendments, Directory directory) {
        this.amendments = amendments;
        this.plans = plans;
        this.changes = changes;
        this.directory = directory;
    }

    @GetMapping("/plans/drafts/{id}")
    String page(@PathVariable DraftId id, @RequestParam(required = false) @Nullable String edit, Model model) {
        return show(plans.draft(id), edit, null, List.of(), model);
    }

    /** One row with its form open, for a script. */
    @GetMapping(path = "/plans/drafts/{id}/tasks/{row}", headers = "HX-Request")
    String row(@PathVariable DraftId id, @PathVariable String row, @RequestParam(required = false) @Nullable String edit, Model model) {
        return showRow(plans.draft(id), row, edit != null, model);
    }

    /** The whole text, each place leading to the row that was read from it; the column beside the rows for a script. */
    @GetMapping("/plans/drafts/{id}/text")
    String text(@PathVariable DraftId id, @RequestHeader(name = "HX-Request", required = false) @Nullable String script, Model model) {
        var draft = plans.draft(id);
        model.addAttribute("draft", draft);
        model.addAttribute("pieces", SourcePane.of(draft.content(), plans.source(id).text()));
        return script == null ? "plans/draft-text" : "plans/draft-text :: pane";
    }

    /** One stroke that concerns many rows: without a script back to the page, with one the review anew. */
    @PostMapping("/plans/drafts/{id}/acts")
    String act(
            @PathVariable DraftId id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        var row = new RowForm(form);
        try {
            var draft = row.wanted().equals("add") ? changes.add(id, row) : changes.act(id, row);
            if (script != null) {
                model.addAttribute("said", "draft.saidAct");
                model.addAttribute("script", true);
                show(draft, null, null, List.of(), model);
                return "plans/draft :: review";
            }
            after.addFlashAttribute("said", "draft.saidAct");
            return "redirect:/plans/drafts/" + id.value() + row.text("back").filter(back -> back.matches("[A-Za-z0-9._-]{1,60}")).map(back -> "#" + back).orElse("");
        } catch (Refused refused) {
            if (script != null) {
                throw refused;
            }
            response.setStatus(refused.status());
            return show(plans.draft(id), null, refused.problem(), List.of(), model);
        }
    }

    /** The address of a form that was refused, asked for again: the review itself. */
    @GetMapping({"/plans/drafts/{id}/publication", "/plans/drafts/{id}/acts", "/plans/drafts/{id}/{part:document|tasks|targets|reporting}/{row}"})
    String again(@PathVariable DraftId id) {
        return "redirect:/plans/drafts/" + id.value();
    }

    @PostMapping("/plans/drafts/{id}/{part:document|tasks|targets|reporting}/{row}")
    String change(
            @PathVariable DraftId id,
            @PathVariable String part,
            @PathVariable String row,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            var draft = changes.apply(id, part, row, new RowForm(form));
            if (script != null) {
                model.addAttribute("said", "draft.said");
                return showRow(draft, row, false, model);
            }
            after.addFlashAttribute("said", "draft.said");
            return "redirect:/plans/drafts/" + id.value() + "#" + part + "-" + row;
        } catch (Refused refused) {
            if (script != null) {
                throw refused;
            }
            response.setStatus(refused.status());
            return show(plans.draft(id), row, refused.problem(), List.of(), model);
        }
    }

    @PostMapping("/plans/drafts/{id}/publication")
    String publish(@PathVariable DraftId id, @RequestParam(required = false) @Nullable String key, Model model, RedirectAttributes after, HttpServletResponse response) {
        try {
            var plan = plans.publish(id, key);
            after.addFlashAttribute("said", "draft.published");
            return "redirect:/plans/" + plan.summary().id().value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            return show(plans.draft(id), null, refused.problem(), refused.errors(), model);
        }
    }

    private String show(Plans.Draft draft, @Nullable String edit, @Nullable Problem problem, List<Problem.FieldError> errors, Model model) {
        var view = view(draft, errors);
        model.addAttribute("view", view);
        model.addAttribute("edit", edit);
        if (problem != null || !model.containsAttribute("problem")) {
            model.addAttribute("problem", problem);
        }
        model.addAttribute("relations", amendments.relations(draft.id()));
        choices(draft, model);
        return "plans/draft";
    }

    private String showRow(Plans.Draft draft, String row, boolean edit, Model model) {
        var view = view(draft, List.of());
        model.addAttribute("view", view);
        model.addAttribute("task", view.row(row));
        model.addAttribute("edit", edit ? row : null);
        choices(draft, model);
        return "plans/draft-parts :: changed";
    }

    private void choices(Plans.Draft draft, Model model) {
        model.addAttribute("units", directory.units(draft.commune()));
        model.addAttribute("frequencies", Frequency.values());
        model.addAttribute("kinds", KINDS);
        model.addAttribute("programmes", directory.programmes());
        model.addAttribute("open", draft.status().equals("open"));
    }

    private DraftView view(Plans.Draft draft, List<Problem.FieldError> errors) {
        return DraftView.of(draft, text(draft.id()), directory.units(draft.commune()), errors);
    }

    /** Without the text the excerpts of the rows still stand there. */
    private String text(DraftId id) {
        try {
            return plans.source(id).text();
        } catch (Refused away) {
            return "";
        }
    }
}
