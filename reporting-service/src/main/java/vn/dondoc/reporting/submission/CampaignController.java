package vn.dondoc.reporting.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.ReportStatus;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Window;
import vn.dondoc.reporting.campaign.Campaign;
import vn.dondoc.reporting.campaign.Campaigns;
import vn.dondoc.reporting.obligation.Obligation;
import vn.dondoc.reporting.obligation.Obligations;

/** What the province asks chosen communes for, and how many of them answered. */
@RestController
@RequestMapping("/api/reports/campaigns")
class CampaignController {

    private static final int MOST_QUESTIONS = 30;
    private static final int MOST_LOCK_DAYS = 366;

    private final Campaigns campaigns;
    private final Obligations obligations;
    private final Directory directory;
    private final Views views;
    private final Problems problems;

    CampaignController(Campaigns campaigns, Obligations obligations, Directory directory, Views views, Problems problems) {
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.directory = directory;
        this.views = views;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Page<Reports.CampaignSummary> list(Caller caller, Window window) {
        var within = Campaigns.branchOf(caller);
        return window.page(campaigns.page(within, window.offset(), window.limit() + 1).stream().map(this::summary).toList(), campaigns.count(within));
    }

    @GetMapping("/{id}")
    @Allowed(on = Reach.ADDRESSED)
    Reports.Campaign one(@PathVariable String id, Caller caller) {
        return whole(campaigns.find(id, Campaigns.branchOf(caller)).orElseThrow(ProblemException::notFound), caller);
    }

    @PostMapping
    @Allowed(value = Role.PROVINCE_STANDING, on = Reach.SELF)
    ResponseEntity<Reports.Campaign> ask(@RequestBody Reports.CampaignWanted sent, Call call, Locale locale) {
        var seat = call.caller().held().stream().filter(one -> one.isForAll() && one.position().role() == Role.PROVINCE_STANDING).findFirst()
                .orElseThrow(ProblemException::forbidden).unit();
        check(sent, seat, locale);
        var id = new RuleId(Campaign.PREFIX + call.newId("campaign"));
        var campaign = Campaign.of(
                id, seat.province(), seat.id(), sent.title().strip(), Texts.orNull(sent.basis()), sent.communes().stream().distinct().toList(),
                sent.opensOn(), sent.lastDay(), sent.lockDays(), sent.questions() == null ? List.of() : sent.questions());
        var act = call.act(List.of("campaign", sent), List.of(seat.id()), seat.province());
        var asked = campaigns.ask(campaign, act).orProblem().state();
        return ResponseEntity.status(201).body(new Reports.Campaign(summary(asked), asked.questions(), List.of()));
    }

    private void check(Reports.CampaignWanted sent, UnitState seat, Locale locale) {
        var checks = new Checks(problems, locale);
        if (Texts.orNull(sent.title()) == null) {
            checks.wrong("title", "FIELD_REQUIRED");
        }
        if (sent.opensOn() == null || sent.lastDay() == null) {
            checks.wrong(sent.opensOn() == null ? "opensOn" : "lastDay", "FIELD_REQUIRED");
        } else if (sent.lastDay().isBefore(sent.opensOn())) {
            checks.wrong("lastDay", "CAMPAIGN_DAYS_TURNED");
        }
        if (sent.communes().isEmpty()) {
            checks.wrong("communes", "FIELD_REQUIRED");
        } else if (sent.communes().stream().anyMatch(commune -> !isCommuneOf(commune, seat))) {
            checks.wrong("communes", "CAMPAIGN_COMMUNE_UNKNOWN");
        }
        if (sent.lockDays() != null && (sent.lockDays() < 0 || sent.lockDays() > MOST_LOCK_DAYS)) {
            checks.wrong("lockDays", "CAMPAIGN_DAYS_TURNED");
        }
        var questions = sent.questions() == null ? List.<Reports.Question>of() : sent.questions();
        if (questions.size() > MOST_QUESTIONS || questions.stream().map(Reports.Question::text).distinct().count() < questions.size()) {
            checks.wrong("questions", "CAMPAIGN_QUESTIONS");
        }
        questions.stream().filter(question -> Texts.orNull(question.text()) == null).findFirst().ifPresent(_ -> checks.wrong("questions", "FIELD_REQUIRED"));
        checks.throwErrors();
        checks.check(sent.title());
        checks.check(sent.basis());
    }

    private boolean isCommuneOf(vn.dondoc.contracts.id.UnitId commune, UnitState seat) {
        return directory.unit(commune).filter(unit -> unit.active() && unit.id().equals(unit.commune()) && unit.province().equals(seat.province())).isPresent();
    }

    private Reports.Campaign whole(Campaign campaign, Caller caller) {
        var within = new Criteria().andOperator(Criteria.where("rule").is(campaign.id().value()), Filter.branchOf(caller));
        var reports = views.summaries(obligations.list(new Query(within).with(Sort.by("rank", "commune")).limit(Window.MOST)), caller);
        return new Reports.Campaign(summary(campaign), campaign.questions(), reports);
    }

    /** "n of m": how many answered is no secret of any commune. */
    private Reports.CampaignSummary summary(Campaign campaign) {
        var reports = new ArrayList<Obligation>();
        obligations.list(new Query(Criteria.where("rule").is(campaign.id().value()))).stream().map(Versioned::state).forEach(reports::add);
        var received = reports.stream().filter(report -> report.submittedOn() != null).toList();
        var late = received.stream().filter(report -> Optional.ofNullable(report.submittedOn()).filter(on -> on.isAfter(report.countsUntil())).isPresent()
                || report.status() == ReportStatus.SUBMITTED_LATE).count();
        return new Reports.CampaignSummary(
                campaign.id(), campaign.title(), campaign.basis(), campaign.owedTo(), directory.nameOf(campaign.owedTo()), campaign.opensOn(),
                campaign.lastDay(), campaign.communes().size(), received.size(), Math.toIntExact(late));
    }
}
