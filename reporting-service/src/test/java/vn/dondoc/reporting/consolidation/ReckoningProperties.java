package vn.dondoc.reporting.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.dondoc.contracts.api.Consolidations.Figure;
import vn.dondoc.contracts.api.Consolidations.FigureRow;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.TargetArithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.reporting.consolidation.Answers.answer;
import static vn.dondoc.reporting.consolidation.Answers.asked;
import static vn.dondoc.reporting.consolidation.Answers.figure;

/** Whatever reports come, in whatever versions and order: the figures are those that somebody would add up from what holds, and nobody who is missing is a zero. */
class ReckoningProperties {

    private static final TargetArithmetic[] ALL = TargetArithmetic.values();

    /** What a unit tells of each figure in one version; null for nothing. */
    record Told(int unit, List<Integer> values, List<Integer> weights) {}

    @Property(tries = 300)
    void figuresAreAPlainRecomputation(@ForAll("histories") List<Told> history, @ForAll Random order) {
        var newest = newest(history);
        var taken = new ArrayList<>(newest.stream().map(ReckoningProperties::taken).toList());

        for (var figure : Reckoning.of(kinds(), taken)) {
            check(figure, newest);
        }
        var inOrder = Reckoning.of(kinds(), List.copyOf(taken));
        Collections.shuffle(taken, order);
        assertThat(sorted(Reckoning.of(kinds(), taken))).isEqualTo(sorted(inOrder));
    }

    /** Communes first, then the province, or all units at once: the same, but for what cannot be put together. */
    @Property(tries = 200)
    void twoLevelsAreOne(@ForAll("histories") List<Told> history) {
        var newest = newest(history);
        var whole = Reckoning.of(kinds(), newest.stream().map(ReckoningProperties::taken).toList());
        var half = newest.size() / 2;
        var upper = new ArrayList<Taken>();
        for (var part : List.of(newest.subList(0, half), newest.subList(half, newest.size()))) {
            var lines = Reckoning.of(kinds(), part.stream().map(ReckoningProperties::taken).toList()).stream().filter(figure -> figure.total() != null)
                    .map(figure -> figure(figure.arithmetic(), Objects.requireNonNull(figure.total()).toPlainString(), figure.weight() == null ? null : figure.weight().toPlainString()))
                    .toArray(Reports.FigureLine[]::new);
            upper.add(new Taken(asked("xa" + upper.size(), 2, kinds().toArray(Kind[]::new)), answer("x", lines)));
        }
        var province = Reckoning.of(kinds(), upper);
        for (var at = 0; at < ALL.length; at++) {
            if (ALL[at] != TargetArithmetic.LATEST && whole.get(at).total() != null) {
                // means are rounded on both levels
                assertThat(province.get(at).total()).isCloseTo(whole.get(at).total(), org.assertj.core.data.Offset.offset(new BigDecimal("0.001")));
            }
        }
    }

    /** Signed with the first, corrected by the second part of a history: what is signed stays, what is corrected equals what was taken anew. */
    @Property(tries = 300)
    void correctionsAreWhatHoldsNow(@ForAll("histories") List<Told> history, @ForAll Random random) {
        var cut = history.isEmpty() ? 0 : random.nextInt(history.size());
        var signed = rows(newest(history.subList(0, cut)));
        var now = rows(newest(history));
        var changed = new Rows(now, kinds()).since(signed);
        var overlaid = Rows.overlaid(signed, List.of(Correction.waiting(1, LocalDate.EPOCH, changed, kinds())));

        assertThat(overlaid).containsExactlyElementsOf(now);
        assertThat(new Rows(now, kinds()).since(overlaid)).isEmpty();
        assertThat(changed).noneMatch(signed::contains);
    }

    /** The rows stand in the order of what was taken; nothing else hangs on it. */
    private static List<Figure> sorted(List<Figure> figures) {
        return figures.stream().map(figure -> new Figure(
                figure.key(), figure.name(), figure.unit(), figure.arithmetic(), figure.rows().stream().sorted(Comparator.comparing(FigureRow::unitName)).toList(),
                figure.missing().stream().sorted().toList(), figure.total(), figure.weight(), figure.lastYear(), figure.estimated())).toList();
    }

    private static void check(Figure figure, List<Told> newest) {
        var at = List.of(ALL).indexOf(figure.arithmetic());
        var telling = newest.stream().filter(told -> told.values.get(at) != null).toList();
        assertThat(figure.rows()).hasSize(telling.size());
        assertThat(figure.missing()).hasSize(newest.size() - telling.size());
        if (telling.isEmpty()) {
            assertThat(figure.total()).as("nobody told it").isNull();
            return;
        }
        var sum = telling.stream().mapToLong(told -> told.values.get(at)).sum();
        var weights = telling.stream().mapToLong(told -> told.weights.get(at)).sum();
        var weighed = telling.stream().mapToLong(told -> (long) told.values.get(at) * told.weights.get(at)).sum();
        switch (figure.arithmetic()) {
            case SUM, CUMULATIVE -> assertThat(figure.total()).isEqualByComparingTo(BigDecimal.valueOf(sum));
            case WEIGHTED_MEAN -> assertThat(figure.total()).isEqualByComparingTo(BigDecimal.valueOf(weighed).divide(BigDecimal.valueOf(weights), 4, RoundingMode.HALF_UP));
            case YES_NO -> {
                assertThat(figure.total()).isEqualByComparingTo(BigDecimal.valueOf(sum));
                assertThat(figure.weight()).isEqualByComparingTo(BigDecimal.valueOf(telling.size()));
            }
            case LATEST -> {
                if (telling.size() == 1) {
                    assertThat(figure.total()).isEqualByComparingTo(BigDecimal.valueOf(sum));
                } else {
                    assertThat(figure.total()).as("a rate of one is none of another").isNull();
                }
            }
        }
    }

    private static List<Told> newest(List<Told> history) {
        var newest = new java.util.TreeMap<Integer, Told>();
        history.forEach(told -> newest.put(told.unit, told));
        return List.copyOf(newest.values());
    }

    /** The version is what it tells: another answer is another version. */
    private static List<Asked> rows(List<Told> newest) {
        return newest.stream().map(told -> asked("" + (char) ('a' + told.unit), 1L + told.hashCode() & 0xFFFF_FFFFL, kinds().toArray(Kind[]::new))).toList();
    }

    private static Taken taken(Told told) {
        var lines = IntStream.range(0, ALL.length).filter(at -> told.values.get(at) != null)
                .mapToObj(at -> figure(ALL[at], told.values.get(at).toString(), ALL[at] == TargetArithmetic.WEIGHTED_MEAN ? told.weights.get(at).toString() : null))
                .toArray(Reports.FigureLine[]::new);
        return new Taken(asked("" + (char) ('a' + told.unit), 2, kinds().toArray(Kind[]::new)), answer("x", lines));
    }

    private static List<Kind> kinds() {
        return List.of(ALL).stream().map(arithmetic -> Kind.of(figure(arithmetic, "1", null))).toList();
    }

    @Provide
    Arbitrary<List<Told>> histories() {
        var weights = Arbitraries.integers().between(1, 50).list().ofSize(ALL.length);
        var numbers = Arbitraries.integers().between(0, 10_000).injectNull(0.3);
        var values = numbers.list().ofSize(ALL.length).map(list -> {
            var yesNo = new ArrayList<>(list);
            var at = List.of(ALL).indexOf(TargetArithmetic.YES_NO);
            yesNo.set(at, yesNo.get(at) == null ? null : yesNo.get(at) % 2);
            return (List<Integer>) yesNo;
        });
        return Combinators.combine(Arbitraries.integers().between(0, 9), values, weights).as(Told::new).list().ofMaxSize(25);
    }
}
