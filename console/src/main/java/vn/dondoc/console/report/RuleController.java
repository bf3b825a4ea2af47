package vn.dondoc.console.report;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Problem;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.ReportGroup;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.contracts.id.RuleId;

/** The rules of reports: who owes what when, with the computed days, and what the standing unit decides on them. */
@Controller
class RuleController {

    private final ReportCalls reports;
    private final Directory directory;

    RuleController(ReportCalls reports, Directory directory) {
        this.reports = reports;
        this.directory = directory;
    }

    /** What was typed of the terms of a rule. */
    public record TermsForm(
            @Nullable String dataUntilDay, @Nullable String opensDaysBefore, @Nullable String graceDays, @Nullable String lockDays, @Nullable String legalBasis,
            @Nullable String headSends, @Nullable List<String> groups, @Nullable String members, @Nullable String replacedBy, @Nullable String meeting,
            @Nullable String daysBeforeMeeting, @Nullable String programme, @Nullable String period, @Nullable String day, @Nullable String key, @Nullable Long version) {

        static TermsForm of(Reports.RuleTerms terms) {
            return new TermsForm(
                    text(terms.dataUntilDay()), text(terms.opensDaysBefore()), text(terms.graceDays()), text(terms.lockDays()), terms.legalBasis(),
                    Boolean.TRUE.equals(terms.headSends()) ? "true" : null,
                    terms.groups() == null ? List.of() : terms.groups().stream().map(ReportGroup::code).toList(), text(terms.members()), text(terms.replacedBy()),
                    terms.meeting(), text(terms.daysBeforeMeeting()), terms.programme(), null, null, null, null);
        }

        Reports.RuleTerms terms() {
            return new Reports.RuleTerms(
                    number(dataUntilDay), number(opensDaysBefore), number(graceDays), number(lockDays), orNull(legalBasis),
                    Boolean.parseBoolean(headSends) ? true : null,
                    groups == null ? List.of() : groups.stream().flatMap(code -> Coded.of(ReportGroup.class, code).stream()).toList(),
                    plausible(members) ? new BodyId(Objects.requireNonNull(members)) : null, plausible(replacedBy) ? new RuleId(Objects.requireNonNull(replacedBy)) : null,
                    orNull(meeting), number(daysBeforeMeeting), orNull(programme));
        }

        public boolean has(String group) {
            return groups != null && groups.contains(group);
        }

        private static boolean plausible(@Nullable String id) {
            return id != null && Ids.plausible(id);
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }

        /** What is no number is one that the service refuses with its sentence. */
        private static @Nullable Integer number(@Nullable String typed) {
            var text = orNull(typed);
            return text == null ? null : text.matches("-?\\d{1,6}") ? Integer.valueOf(text) : Integer.valueOf(-1);
        }

        private static @Nullable String orNull(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }
    }

    /** The day of a meeting; what is missing stays missing, for the service to say so. */
    record Meeting(@Nullable String period, @Nullable LocalDate day) {}

    @GetMapping("/reports/rules")
    String list(
            @RequestParam(required = false) @Nullable String plan, @RequestParam(required = false) @Nullable String commune,
            @RequestParam(required = false) @Nullable String after, Model model) {
        var query = Query.none().with("plan", plan).with("commune", commune).with("after", after);
        var page = reports.rules(query);
        model.addAttribute("page", page);
        model.addAttribute("next", page.next() == null ? null : query.page("/reports/rules", page.next()));
        return "reports/rules";
    }

    @GetMapping("/reports/rules/{id}")
    String one(@PathVariable RuleId id, Model model) {
        var rule = reports.rule(id);
        return show(rule, TermsForm.of(rule.terms()), null, model);
    }

    @GetMapping("/reports/rules/{id}/{action:terms|meeting}")
    String again(@PathVariable RuleId id) {
        return "redirect:/reports/rules/" + id.value();
    }

    @PostMapping("/reports/rules/{id}/{action:terms|meeting}")
    String act(
            @PathVariable RuleId id, @PathVariable String action, @ModelAttribute("typed") TermsForm form, Model model, RedirectAttributes after,
            HttpServletResponse response) {
        try {
            reports.act(
                    id, action, action.equals("terms") ? form.terms() : new Meeting(form.period(), day(form.day())), form.key(),
                    Objects.requireNonNullElse(form.version(), 0L));
            after.addFlashAttribute("said", "report.rule.said." + action);
            return "redirect:/reports/rules/" + id.value();
        } catch (Refused refused) {
            response.setStatus(refused.status());
            var rule = reports.rule(id);
            return show(rule, action.equals("terms") ? form : TermsForm.of(rule.terms()), refused.problem(), model);
        }
    }

    private String show(Reports.Rule rule, TermsForm form, @Nullable Problem problem, Model model) {
        model.addAttribute("rule", rule);
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("groups", Arrays.asList(ReportGroup.values()));
        model.addAttribute("programmes", rule.actions().isEmpty() ? List.of() : directory.programmes());
        model.addAttribute("bodies", rule.actions().isEmpty() ? List.of() : bodies(rule));
        return "reports/rule";
    }

    /** The committees of the commune; none of them while plan-service cannot say. */
    private List<Organisation.Body> bodies(Reports.Rule rule) {
        try {
            return reports.unit(rule.summary().commune()).bodies();
        } catch (Refused away) {
            return List.of();
        }
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
