package vn.dondoc.reporting.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.api.Reports.Question;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Outcome;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.reporting.obligation.Expected;
import vn.dondoc.reporting.obligation.Obligations;
import vn.dondoc.reporting.plan.Plans;

/** The campaigns of all provinces. */
public final class Campaigns {

    static final String COLLECTION = "campaigns";

    private final Aggregates<Campaign> campaigns;
    private final Sweep<Campaign> sweep;

    Campaigns(Aggregates<Campaign> campaigns, Sweep<Campaign> sweep) {
        this.campaigns = campaigns;
        this.sweep = sweep;
    }

    /** Within the caller's branch, and those that address a commune of it. */
    public static Criteria branchOf(Caller caller) {
        return caller.branch().reaching("communes", "owedTo");
    }

    public Outcome<Campaign> ask(Campaign campaign, Act act) {
        var outcome = campaigns.create(campaign.id().value(), act, () -> Campaign.asked(campaign));
        sweep.wake();
        return outcome;
    }

    public Optional<Campaign> find(String id, Criteria within) {
        return campaigns.find(id, within).map(Versioned::state);
    }

    public List<Campaign> page(Criteria within, int skip, int limit) {
        return campaigns.list(new Query(within).with(Sort.by(Sort.Order.desc("lastDay"), Sort.Order.asc("_id"))).skip(skip).limit(limit)).stream()
                .map(Versioned::state).toList();
    }

    public long count(Criteria within) {
        return campaigns.count(new Query(within));
    }

    /** What is asked for in a report; nothing for reports of plans. */
    public List<Question> questions(RuleId rule) {
        return rule.value().startsWith(Campaign.PREFIX)
                ? campaigns.find(rule.value()).map(found -> found.state().questions()).orElse(List.of())
                : List.of();
    }

    /**
     * Opens what is due: first the reports, whose ids derive from campaign, unit and day, then the campaign moves on, so that any number of
     * instances expect each report once.
     */
    static Decision<Campaign> open(Campaign campaign, Obligations obligations, Plans plans, Directory directory) {
        plans.campaign(campaign.plan(), campaign.province(), campaign.communes(), campaign.title());
        obligations.expect(campaign.communes().stream().map(commune -> expected(campaign, commune, directory)).toList());
        return campaign.opened();
    }

    private static Expected expected(Campaign campaign, UnitId commune, Directory directory) {
        var answering = directory.standingUnitOf(commune).map(UnitState::id).orElse(commune);
        return new Expected(
                Expected.idOf(campaign.id(), commune, campaign.period()), campaign.id(), campaign.plan(), campaign.province(), commune, answering,
                campaign.owedTo(), campaign.title(), campaign.period(), campaign.opensOn(), campaign.lastDay(), campaign.bounds(), null, true, null,
                null);
    }
}
