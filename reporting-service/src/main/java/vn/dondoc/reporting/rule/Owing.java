package vn.dondoc.reporting.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.dondoc.contracts.event.ReportGroup;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.Period;
import vn.dondoc.reporting.obligation.Expected;

/** Who owes the report of a rule in a period: the units that its plan names, and those of the groups as they are now. */
final class Owing {

    private final Directory directory;
    private final Function<RuleId, Optional<Rule>> rules;

    /** @param rules looks another rule up */
    Owing(Directory directory, Function<RuleId, Optional<Rule>> rules) {
        this.directory = directory;
        this.rules = rules;
    }

    /** In the order of the plan, then of the directory; nobody owes a report to itself. */
    Set<UnitId> of(Rule rule) {
        if (rule.isWithdrawn()) {
            return Set.of();
        }
        var owing = new LinkedHashSet<>(rule.owedBy());
        for (var group : rule.decided().named()) {
            directory.unitsOf(rule.commune()).stream().filter(unit -> isOf(group, unit)).map(UnitState::id).forEach(owing::add);
        }
        var members = rule.decided().members();
        if (members != null) {
            directory.body(members).ifPresent(body -> body.members().stream()
                    .flatMap(member -> directory.position(member.position()).stream())
                    .flatMap(position -> directory.unit(position.unit()).stream())
                    .filter(unit -> unit.active() && rule.commune().equals(unit.commune()))
                    .map(UnitState::id).forEach(owing::add));
        }
        owing.remove(rule.owedTo());
        return owing;
    }

    /** Whether the report of a longer period stands in the place of that unit's. */
    boolean isReplaced(Rule rule, Period period, UnitId unit) {
        var longer = rule.decided().replacedBy();
        return longer != null && rules.apply(longer)
                .filter(other -> other.endingWith(period).isPresent() && of(other).contains(unit)).isPresent();
    }

    /** What the rule expects of a unit for that period. */
    static Expected expected(Rule rule, Period period, UnitId unit) {
        return new Expected(
                Expected.idOf(rule.id(), unit, period.label()), rule.id(), rule.plan(), rule.province(), rule.commune(), unit, rule.owedTo(),
                rule.title(), period.label(), rule.opensOn(period), rule.lastDayOf(period), rule.decided().bounds(period), rule.decided().headSends(), null, null,
                rule.belongsTo());
    }

    List<Expected> expected(Rule rule, Period period) {
        return of(rule).stream().filter(unit -> !isReplaced(rule, period, unit)).map(unit -> expected(rule, period, unit)).toList();
    }

    List<Expected> replaced(Rule rule, Period period) {
        return of(rule).stream().filter(unit -> isReplaced(rule, period, unit)).map(unit -> expected(rule, period, unit)).toList();
    }

    private static boolean isOf(ReportGroup group, UnitState unit) {
        return switch (group) {
            case VILLAGES -> unit.kind() == UnitKind.VILLAGE;
            case OFFICES -> unit.kind() == UnitKind.OFFICE;
        };
    }
}
