package vn.dondoc.console.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.page.Display;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Processes;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.MatterId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.contracts.id.UnitId;

/** The calls of reporting-service about obligations, rules, campaigns and matters. */
@Component
class ReportCalls {

    private static final ParameterizedTypeReference<Page<Reports.ObligationSummary>> LIST = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Reports.RuleSummary>> RULES = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Reports.CampaignSummary>> CAMPAIGNS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Page<Reports.Matter>> MATTERS = new ParameterizedTypeReference<>() {};
    private static final int MOST = 200;
    private static final int MOST_PAGES = 5;

    private final Backend backend;
    private final Display display;

    ReportCalls(Backend backend, Display display) {
        this.backend = backend;
        this.display = display;
    }

    Page<Reports.ObligationSummary> list(Query query) {
        return backend.get(Service.REPORTING, "/api/reports/obligations", query, LIST);
    }

    /** All of a rule and a period. */
    List<Reports.ObligationSummary> of(RuleId rule, String period) {
        var all = new ArrayList<Reports.ObligationSummary>();
        @Nullable String after = null;
        for (var pages = 0; pages < MOST_PAGES; pages++) {
            var page = list(Query.none().with("rule", rule.value()).with("period", period).with("limit", MOST).with("after", after));
            all.addAll(page.items());
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return all;
    }

    Reports.Obligation get(ReportId id) {
        return backend.get(Service.REPORTING, "/api/reports/{id}", Reports.Obligation.class, id.value());
    }

    /** @param action submission, acceptance, return, readiness, withdrawal, extension or exemption */
    Reports.Obligation act(ReportId id, String action, @Nullable Object body, @Nullable String key) {
        return backend.post(Service.REPORTING, "/api/reports/{id}/" + action, body, key, Reports.Obligation.class, id.value());
    }

    Reports.Section write(ReportId id, String section, String text, long version) {
        return backend.act(
                Service.REPORTING, "/api/reports/{id}/sections/{section}", new Reports.SectionText(text), null, version, Reports.Section.class, id.value(), section);
    }

    Reports.Obligation attach(ReportId id, Resource file, @Nullable String key) {
        return backend.upload(Service.REPORTING, "/api/reports/{id}/files", file, key, Reports.Obligation.class, id.value());
    }

    Page<Reports.RuleSummary> rules(Query query) {
        return backend.get(Service.REPORTING, "/api/reports/rules", query, RULES);
    }

    Reports.Rule rule(RuleId id) {
        return backend.get(Service.REPORTING, "/api/reports/rules/{id}", Reports.Rule.class, id.value());
    }

    /** @param action terms or meeting */
    Reports.Rule act(RuleId id, String action, Object body, @Nullable String key, long version) {
        return backend.act(Service.REPORTING, "/api/reports/rules/{id}/" + action, body, key, version, Reports.Rule.class, id.value());
    }

    Page<Reports.CampaignSummary> campaigns(@Nullable String after) {
        return backend.get(Service.REPORTING, "/api/reports/campaigns", Query.none().with("after", after), CAMPAIGNS);
    }

    Reports.Campaign campaign(RuleId id) {
        return backend.get(Service.REPORTING, "/api/reports/campaigns/{id}", Reports.Campaign.class, id.value());
    }

    Reports.Campaign ask(Object wanted, @Nullable String key) {
        return backend.post(Service.REPORTING, "/api/reports/campaigns", wanted, key, Reports.Campaign.class);
    }

    Processes.Process remind(RuleId rule, String period, @Nullable String key) {
        return backend.post(Service.REPORTING, "/api/reports/reminders", new Reports.Reminder(rule, period), key, Processes.Process.class);
    }

    Reports.Consolidated consolidated(RuleId rule, String period) {
        return backend.get(
                Service.REPORTING, "/api/reports/consolidated", Query.none().with("rule", rule.value()).with("period", period),
                ParameterizedTypeReference.<Reports.Consolidated>forType(Reports.Consolidated.class));
    }

    Page<Reports.Matter> matters(Query query) {
        return backend.get(Service.REPORTING, "/api/reports/matters", query, MATTERS);
    }

    /** @param action answer or escalation */
    Reports.Matter act(MatterId id, String action, Object body, @Nullable String key) {
        return backend.post(Service.REPORTING, "/api/reports/matters/{id}/" + action, body, key, Reports.Matter.class, id.value());
    }

    /** The last words that were recorded of tasks, with their latest figures; none while task-service cannot say, since the form does without. */
    Map<TaskId, String> lastWords(List<TaskId> tasks) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        try {
            var asked = Query.none().with("task", tasks.stream().limit(MOST).map(TaskId::value).toList());
            return backend.get(Service.TASK, "/api/tasks/last-notes", asked, ParameterizedTypeReference.<Tasks.LastNotes>forType(Tasks.LastNotes.class)).notes().stream()
                    .collect(Collectors.toMap(Tasks.LastNote::task, this::words, (one, _) -> one));
        } catch (Refused away) {
            return Map.of();
        }
    }

    private String words(Tasks.LastNote last) {
        var figures = last.figures();
        return figures == null ? last.note()
                : figures.stream().map(latest -> display.told(latest.figure())).collect(Collectors.joining("; ", last.note() + " (", ")"));
    }

    Organisation.UnitDetail unit(UnitId id) {
        return backend.get(Service.PLAN, "/api/organisation/units/{id}", Organisation.UnitDetail.class, id.value());
    }
}
