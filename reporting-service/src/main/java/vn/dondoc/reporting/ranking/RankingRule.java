package vn.dondoc.reporting.ranking;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Rankings.About;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/** The rule of a province in all its versions, the oldest first; none is ever changed. */
record RankingRule(String id, UnitId province, List<Version> versions) {

    /**
     * @param by the position that set it; null where none is known
     * @param explanations about what explanations count; null in versions from before those about reports and targets did
     */
    record Version(int number, LocalDate on, @Nullable PositionId by, Rankings.Wanted content, @Nullable List<About> explanations) {

        boolean isOff() {
            return content.weights().isEmpty();
        }

        /** What was ranked by it before must not come out otherwise. */
        Set<About> explained() {
            return explanations == null ? Set.of(About.TASKS) : Set.copyOf(explanations);
        }
    }

    RankingRule {
        versions = List.copyOf(versions);
    }

    static Decision.Accepted<RankingRule> first(UnitId province, Rankings.Wanted content, LocalDate on, @Nullable PositionId by) {
        return new RankingRule(province.value(), province, List.of()).with(content, on, by);
    }

    Decision<RankingRule> become(Rankings.Wanted content, LocalDate on, @Nullable PositionId by) {
        return newest().content().equals(content) && newest().explained().equals(Set.of(About.values())) ? Decision.unchanged() : with(content, on, by);
    }

    Version newest() {
        return versions.getLast();
    }

    /** The version that stood when it ended; the first one where the province had none then. */
    Version governing(Term term) {
        return versions.stream().filter(version -> !version.on().isAfter(term.to())).reduce((_, later) -> later).orElse(versions.getFirst());
    }

    /** Whether there is a ranking for it. */
    boolean isFor(Term term) {
        var version = governing(term);
        return !version.isOff() && version.content().period() == term.kind();
    }

    private Decision.Accepted<RankingRule> with(Rankings.Wanted content, LocalDate on, @Nullable PositionId by) {
        var version = new Version(versions.size() + 1, on, by, content, List.of(About.values()));
        var after = new RankingRule(id, province, Stream.concat(versions.stream(), Stream.of(version)).toList());
        return new Decision.Accepted<>(after, List.of(Fact.internal("RankingRuleSet", province, told(version))));
    }

    private static LinkedHashMap<String, Object> told(Version version) {
        var content = version.content();
        var told = new LinkedHashMap<String, Object>();
        told.put("number", version.number());
        told.put("period", content.period().code());
        told.put("weights", content.weights().stream().map(one -> one.figure().code() + " " + one.weight()).toList());
        told.put("leastRows", content.leastRows());
        told.put("kindsApart", content.kindsApart());
        told.put("units", content.units());
        told.put("open", content.open());
        told.put("proposed", content.proposed());
        if (content.leastPoints() != null) {
            told.put("leastPoints", content.leastPoints());
        }
        if (content.mostOverdue() != null) {
            told.put("mostOverdue", content.mostOverdue());
        }
        told.put("explained", content.explained());
        told.put("explanations", version.explained().stream().map(About::code).sorted().toList());
        return told;
    }
}
