package vn.dondoc.reporting.submission;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.reporting.campaign.Campaigns;
import vn.dondoc.reporting.obligation.AnswerText;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/** The reports of a rule and period read together; it does not wait for the last one. */
@RestController
@RequestMapping("/api/reports/consolidated")
class ConsolidationController {

    /** A province asks some hundreds of communes; a rule of a commune some tens of units. */
    private static final int MOST = 1000;

    private final Obligations obligations;
    private final Campaigns campaigns;
    private final Views views;

    ConsolidationController(Obligations obligations, Campaigns campaigns, Views views) {
        this.obligations = obligations;
        this.campaigns = campaigns;
        this.views = views;
    }

    /** For those who see all of a commune or more, so that "n of m" is never that of a part. */
    @GetMapping
    @Allowed(value = {Role.COMMUNE_STANDING, Role.COMMUNE_LEADER, Role.PROVINCE_STANDING}, on = Reach.SELF)
    Reports.Consolidated consolidated(Caller caller, @RequestParam RuleId rule, @RequestParam String period) {
        var of = Criteria.where("rule").is(rule.value()).and("period").is(period).and("status").ne(ReportStatus.EXEMPTED.name());
        var found = obligations.list(new Query(new Criteria().andOperator(of, Filter.branchOf(caller))).with(Sort.by("commune", "unit", "_id")).limit(MOST));
        return new Consolidating(rule, period, found.stream().map(report -> read(report, caller)).toList()).together(campaigns.questions(rule));
    }

    /** What was returned or withdrawn does not count. */
    private Consolidating.Read read(Versioned<Obligation> report, Caller caller) {
        var stands = report.state().submittedOn() != null;
        var answer = stands ? AnswerText.newest(obligations.history(report)).orElse(null) : null;
        return new Consolidating.Read(views.summary(report.state(), caller), answer);
    }
}
