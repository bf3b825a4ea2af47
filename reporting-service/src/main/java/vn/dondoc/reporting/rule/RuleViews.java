package vn.dondoc.reporting.rule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Versioned;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.time.Period;

/** Rules with their computed days, as a caller sees them. */
final class RuleViews {

    private static final int AHEAD = 6;

    private final Rules rules;
    private final Owing owing;
    private final Directory directory;
    private final DomainClock clock;

    RuleViews(Rules rules, Owing owing, Directory directory, DomainClock clock) {
        this.rules = rules;
        this.owing = owing;
        this.directory = directory;
        this.clock = clock;
    }

    /** The standing unit of the commune decides on its rules. */
    static boolean mayDecide(Caller caller, Rule rule) {
        return caller.actingOn(rule.belongsTo()).isIn(rule.commune(), Role.COMMUNE_STANDING);
    }

    static Criteria branchOf(Caller caller) {
        return caller.branch().within("owedBy", "owedTo");
    }

    Reports.RuleSummary summary(Rule rule) {
        return new Reports.RuleSummary(
                rule.id(), rule.plan(), rule.commune(), directory.nameOf(rule.commune()), rule.title(), rule.frequency(), rule.owedTo(),
                directory.nameOf(rule.owedTo()), owing.of(rule).stream().map(unit -> new Tasks.UnitName(unit, directory.nameOf(unit))).toList(),
                rule.ahead(clock.today(), 1).stream().findFirst().map(period -> dates(rule, period)).orElse(null),
                rule.belongsTo());
    }

    Reports.Rule whole(Versioned<Rule> found, Caller caller) {
        var rule = found.state();
        var actions = mayDecide(caller, rule) && !rule.isWithdrawn()
                ? rule.decided().meeting() == null ? List.of("terms") : List.of("terms", "meeting")
                : List.<String>of();
        return new Reports.Rule(
                summary(rule), found.version(), rule.decided().told(), rule.ahead(clock.today(), AHEAD).stream().map(period -> dates(rule, period)).toList(),
                longer(rule, caller), rules.history(found.id()).stream().map(this::entry).toList(), actions);
    }

    /** Rules of the same plan, owed to the same unit, whose periods are longer. */
    List<Reports.RuleSummary> longer(Rule rule, Caller caller) {
        var same = Criteria.where("plan").is(rule.plan().value()).and("owedTo").is(rule.owedTo().value());
        return rules.list(new Query(new Criteria().andOperator(same, branchOf(caller)))).stream().map(Versioned::state)
                .filter(other -> !other.isWithdrawn() && isLonger(other.frequency(), rule.frequency())).map(this::summary).toList();
    }

    static boolean isLonger(Frequency one, Frequency other) {
        return one != Frequency.AD_HOC && one.ordinal() > other.ordinal();
    }

    private Reports.PeriodDates dates(Rule rule, Period period) {
        var units = owing.of(rule);
        return new Reports.PeriodDates(
                period.label(), rule.opensOn(period), rule.lastDayOf(period), rule.decided().bounds(period), rule.decided().meetingOf(period).orElse(null),
                !units.isEmpty() && units.stream().allMatch(unit -> owing.isReplaced(rule, period, unit)), units.size());
    }

    private Reports.Entry entry(Aggregates.Told told) {
        var position = Optional.ofNullable(told.entry().actor().position()).flatMap(directory::position).orElse(null);
        @Nullable String unit = position == null ? null : directory.nameOf(position.unit());
        return new Reports.Entry(told.entry().type(), told.entry().at(), position == null ? null : position.title(), unit, told.text());
    }
}
