package vn.dondoc.reporting.ranking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.contracts.api.Rankings.Compared;
import vn.dondoc.contracts.api.Rankings.Figure;
import vn.dondoc.contracts.api.Rankings.Line;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever was counted and whatever the rule: places follow from the points that are shown, in any order of those who are compared. */
class ScoringProperties {

    private static final Set<Rankings.About> ALL = Set.of(Rankings.About.values());

    @Property(tries = 300)
    void pointsAreOfAHundredAndEachShareIsOfItsWhole(@ForAll("standings") List<Standing> standings, @ForAll("rules") Rankings.Wanted rule) {
        var group = new Scoring(rule, ALL).group(Compared.UNITS, standings);
        assertThat(group.lines().size() + group.tooFew().size()).isEqualTo(standings.size());
        assertThat(group.lines()).allSatisfy(line -> {
            assertThat(line.points()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            assertThat(line.rows()).isGreaterThanOrEqualTo(rule.leastRows());
        });
        assertThat(all(group)).allSatisfy(line -> assertThat(line.shares()).hasSize(rule.weights().size()).allSatisfy(share -> {
            assertThat(share.numerator()).isBetween(0L, share.denominator());
            assertThat(share.points() == null).isEqualTo(share.denominator() == 0);
        }));
        assertThat(group.tooFew()).allSatisfy(line -> {
            assertThat(line.place()).isNull();
            assertThat(line.proposed()).isFalse();
        });
    }

    @Property(tries = 300)
    void theOrderOfWhatComesDoesNotMatter(@ForAll("standings") List<Standing> standings, @ForAll("rules") Rankings.Wanted rule, @ForAll Random order) {
        var shuffled = new ArrayList<>(standings);
        Collections.shuffle(shuffled, order);
        assertThat(new Scoring(rule, ALL).group(Compared.UNITS, shuffled)).isEqualTo(new Scoring(rule, ALL).group(Compared.UNITS, standings));
    }

    @Property(tries = 300)
    void thoseWithTheSamePointsShareThePlaceAndTheNextOnesAreCountedOn(@ForAll("standings") List<Standing> standings, @ForAll("rules") Rankings.Wanted rule) {
        var lines = new Scoring(rule, ALL).group(Compared.UNITS, standings).lines();
        assertThat(lines).allSatisfy(line -> assertThat(line.place()).isEqualTo(
                1 + Math.toIntExact(lines.stream().filter(other -> other.points().compareTo(line.points()) > 0).count())));
        assertThat(lines).isSortedAccordingTo((one, other) -> one.place() - other.place());
    }

    @Property(tries = 300)
    void nobodyIsProposedWhomTheRuleExcludesNorBeforeSomebodyBetter(@ForAll("standings") List<Standing> standings, @ForAll("rules") Rankings.Wanted rule) {
        var lines = new Scoring(rule, ALL).group(Compared.UNITS, standings).lines();
        var proposed = lines.stream().filter(Line::proposed).toList();
        var eligible = lines.stream().filter(line -> line.excluded().isEmpty())
                .filter(line -> rule.leastPoints() == null || line.points().compareTo(BigDecimal.valueOf(rule.leastPoints())) >= 0).toList();
        assertThat(eligible).containsAll(proposed);
        assertThat(proposed.size()).isGreaterThanOrEqualTo(Math.min(rule.proposed(), eligible.size()));
        assertThat(eligible.stream().filter(line -> !line.proposed())).allSatisfy(left ->
                assertThat(proposed).allSatisfy(line -> assertThat(line.points()).isGreaterThan(left.points())));
    }

    @Property(tries = 300)
    void explanationsAreThoseOfTasksReportsAndTargets(@ForAll("standings") List<Standing> standings) {
        assertThat(standings).allSatisfy(standing -> {
            var fraction = standing.of(Figure.EXPLANATIONS_IN_TIME, ALL);
            assertThat(fraction.denominator()).isEqualTo(Stream.of(Counter.EXPLANATION_OWED, Counter.REPORT_EXPLANATION_OWED, Counter.TARGET_EXPLANATION_OWED)
                    .mapToLong(owed -> Math.max(0, standing.after().get(owed))).sum());
            assertThat(standing.explanations(ALL)).extracting(Rankings.Part::about).doesNotHaveDuplicates();
            assertThat(standing.explanations(ALL)).allSatisfy(part -> assertThat(part.numerator()).isBetween(0L, part.denominator()))
                    .extracting(Rankings.Part::denominator).doesNotContain(0L);
            assertThat(standing.isUnexplained(ALL)).isEqualTo(
                    Stream.of(Counter.EXPLANATION_OVERDUE, Counter.REPORT_EXPLANATION_OVERDUE, Counter.TARGET_EXPLANATION_OVERDUE).anyMatch(late -> standing.after().get(late) > 0));
        });
    }

    @Property(tries = 300)
    void byARuleFromBeforeOnlyThoseOfTasksCount(@ForAll("standings") List<Standing> standings, @ForAll("rules") Rankings.Wanted rule) {
        var before = new RankingRule.Version(1, LocalDate.of(2026, 3, 2), null, rule, null).explained();
        assertThat(standings).allSatisfy(standing -> {
            assertThat(standing.of(Figure.EXPLANATIONS_IN_TIME, before).denominator()).isEqualTo(Math.max(0, standing.after().get(Counter.EXPLANATION_OWED)));
            assertThat(standing.isUnexplained(before)).isEqualTo(standing.after().get(Counter.EXPLANATION_OVERDUE) > 0);
        });
    }

    @Property(tries = 100)
    void aRuleIsSetAnewSoThatAllExplanationsCount(@ForAll("rules") Rankings.Wanted rule) {
        var before = new RankingRule("p", new UnitId("p"), List.of(new RankingRule.Version(1, LocalDate.of(2026, 3, 2), null, rule, null)));
        var after = before.become(rule, LocalDate.of(2026, 12, 1), null);
        assertThat(after).isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
            var set = (RankingRule) accepted.state();
            assertThat(set.versions()).extracting(RankingRule.Version::explained).containsExactly(Set.of(Rankings.About.TASKS), ALL);
            assertThat(set.become(rule, LocalDate.of(2026, 12, 2), null)).isInstanceOf(Decision.Unchanged.class);
        });
    }

    private static List<Line> all(Rankings.Group group) {
        var all = new ArrayList<>(group.lines());
        all.addAll(group.tooFew());
        return all;
    }

    @Provide
    Arbitrary<List<Standing>> standings() {
        return Combinators.combine(counts(), counts()).as(List::of).list().ofMaxSize(12).map(given -> IntStream.range(0, given.size())
                .mapToObj(at -> new Standing(new UnitId("u-" + at), "Thôn " + at % 3, given.get(at).getFirst(), given.get(at).getLast())).toList());
    }

    /** Few different figures, so that many are the same. */
    private static Arbitrary<Counts> counts() {
        return Arbitraries.maps(Arbitraries.of(Counter.values()), Arbitraries.longs().between(-1, 4)).ofMaxSize(Counter.values().length)
                .map(given -> Counts.of(given.isEmpty() ? new EnumMap<Counter, Long>(Counter.class) : new EnumMap<>(given)));
    }

    @Provide
    Arbitrary<Rankings.Wanted> rules() {
        var weights = Arbitraries.maps(Arbitraries.of(Figure.values()), Arbitraries.integers().between(1, 100)).ofMinSize(1).ofMaxSize(6)
                .map(given -> given.entrySet().stream().map(one -> new Rankings.Weight(one.getKey(), one.getValue())).toList());
        return Combinators.combine(
                        weights, Arbitraries.integers().between(1, 6), Arbitraries.integers().between(0, 4), Arbitraries.integers().between(0, 100).injectNull(0.5),
                        Arbitraries.integers().between(0, 3).injectNull(0.5), Arbitraries.of(true, false))
                .as((chosen, least, proposed, points, overdue, explained) ->
                        new Rankings.Wanted(Rankings.Period.MONTH, chosen, least, false, true, false, proposed, points, overdue, explained));
    }
}
