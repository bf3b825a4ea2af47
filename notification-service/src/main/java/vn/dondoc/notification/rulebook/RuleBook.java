package vn.dondoc.notification.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** What a province or a commune decided itself; of what is not in it the level above decides. */
record RuleBook(String id, UnitId unit, List<Entry> entries) {

    RuleBook {
        entries = List.copyOf(entries);
    }

    static RuleBook of(UnitId unit, List<Entry> entries) {
        return new RuleBook(unit.value(), unit, entries);
    }

    static Decision.Accepted<RuleBook> set(UnitId unit, List<Entry> wanted) {
        var first = of(unit, wanted);
        return new Decision.Accepted<>(first, List.of(first.fact()));
    }

    Decision<RuleBook> become(List<Entry> wanted) {
        var next = of(unit, wanted);
        return entries.equals(wanted) ? Decision.unchanged() : Decision.accept(next, next.fact());
    }

    Optional<Entry> entry(String step) {
        return entries.stream().filter(entry -> entry.step().equals(step)).findFirst();
    }

    private Fact fact() {
        return Fact.internal("RulesChanged", unit, Map.of("rules", entries.stream().map(entry -> Map.<String, Object>of(
                "step", entry.step(), "on", entry.on(), "audiences", entry.audiences().stream().map(Audience::word).toList(),
                "channels", entry.channels().stream().sorted().map(Channel::code).toList(), "urgency", entry.urgency().code())).toList()));
    }
}
