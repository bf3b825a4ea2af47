package vn.dondoc.reporting.submission;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Processes.Process;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.process.ProcessViews;
import vn.dondoc.platform.process.Processes;
import vn.dondoc.platform.process.Wanted;
import vn.dondoc.platform.web.Call;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/** Reminds all whose report of a rule and period is missing. */
@RestController
@RequestMapping("/api/reports/reminders")
class ReminderController {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final List<String> MISSING = List.of(
            ReportStatus.OPEN.name(), ReportStatus.DUE_SOON.name(), ReportStatus.OVERDUE.name(), ReportStatus.RETURNED.name());

    private final Obligations obligations;
    private final Processes processes;
    private final ProcessViews views;
    private final Problems problems;

    ReminderController(Obligations obligations, Processes processes, ProcessViews views, Problems problems) {
        this.obligations = obligations;
        this.processes = processes;
        this.views = views;
        this.problems = problems;
    }

    @PostMapping
    @Allowed(value = {Role.COMMUNE_STANDING, Role.COMMUNE_LEADER, Role.PROVINCE_STANDING}, on = Reach.SELF)
    ResponseEntity<Process> remind(@RequestBody Reports.Reminder sent, Call call, Locale locale) {
        var caller = call.caller();
        if (sent.rule() == null || sent.period() == null) {
            var checks = new Checks(problems, locale);
            checks.wrong(sent.rule() == null ? "rule" : "period", "FIELD_REQUIRED");
            checks.throwErrors();
        }
        var missing = missing(sent, caller);
        var seat = caller.held().getFirst().unit();
        UnitId commune = seat.commune();
        var act = call.act(List.of(Reminding.NAME, sent), missing.stream().map(Obligation::owedTo).distinct().toList(), commune == null ? seat.province() : commune);
        var wanted = new Wanted(
                call.newId("process"), Reminding.NAME, seat.province(), commune, Map.of(), missing.stream().map(report -> report.id().value()).toList(), null);
        var process = processes.begin(wanted, act).orProblem();
        return views.answer(processes.goOn(process.id(), AT_ONCE), locale);
    }

    private List<Obligation> missing(Reports.Reminder sent, Caller caller) {
        var of = Criteria.where("rule").is(sent.rule().value()).and("period").is(sent.period()).and("status").in(MISSING);
        return obligations.list(new Query(new Criteria().andOperator(of, Filter.branchOf(caller))).with(Sort.by("_id")).limit(Processes.MOST_PARTS)).stream()
                .map(Versioned::state).filter(report -> Rights.mayDecide(caller, report)).toList();
    }
}
