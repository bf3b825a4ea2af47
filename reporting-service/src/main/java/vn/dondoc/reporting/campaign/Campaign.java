package vn.dondoc.reporting.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports.Question;
import vn.dondoc.contracts.event.ReportBounds;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/**
 * A report that the province asks some communes for, once.
 *
 * @param id stands for the rule and the plan of the reports that it expects
 * @param owedTo the unit of the province that asks
 * @param nextBoundaryAt when it opens; null once it has
 */
public record Campaign(
        RuleId id,
        UnitId province,
        UnitId owedTo,
        String title,
        @Nullable String basis,
        List<UnitId> communes,
        LocalDate opensOn,
        LocalDate lastDay,
        @Nullable Integer lockDays,
        List<Question> questions,
        @Nullable Instant nextBoundaryAt) {

    /** In ids: what a report belongs to instead of a plan. */
    public static final String PREFIX = "campaign-";

    public Campaign {
        communes = List.copyOf(communes);
        questions = List.copyOf(questions);
    }

    /** To be opened on its day. */
    public static Campaign of(
            RuleId id, UnitId province, UnitId owedTo, String title, @Nullable String basis, List<UnitId> communes, LocalDate opensOn, LocalDate lastDay,
            @Nullable Integer lockDays, List<Question> questions) {
        return new Campaign(id, province, owedTo, title, basis, communes, opensOn, lastDay, lockDays, questions, DomainClock.startOf(opensOn));
    }

    static Decision.Accepted<Campaign> asked(Campaign campaign) {
        return new Decision.Accepted<>(campaign, List.of(Fact.internal("CampaignAsked", campaign.province, Map.of("communes", campaign.communes.size()))));
    }

    /** Its reports are expected now. */
    Decision<Campaign> opened() {
        if (nextBoundaryAt == null) {
            return Decision.unchanged();
        }
        return Decision.accept(
                new Campaign(id, province, owedTo, title, basis, communes, opensOn, lastDay, lockDays, questions, null),
                Fact.internal("CampaignOpened", province, Map.of("communes", communes.size())));
    }

    PlanId plan() {
        return new PlanId(id.value());
    }

    /** The day stands for the period: what is asked for is as of that day. */
    String period() {
        return lastDay.toString();
    }

    @Nullable ReportBounds bounds() {
        return lockDays == null && basis == null
                ? null
                : new ReportBounds(null, null, null, lockDays == null ? null : lastDay.plusDays(lockDays + 1L), null, basis);
    }
}
