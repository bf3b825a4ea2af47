package vn.dondoc.reporting.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.ReportingRule;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.Period;
import vn.dondoc.platform.time.Periods;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodsProperties {

    private static final LocalDate END = LocalDate.of(2032, 1, 1);

    @Property(tries = 500)
    void periodsFollowEachOtherAndHoldTheirLastDay(@ForAll("schedules") Periods periods, @ForAll("days") LocalDate from) {
        var period = periods.from(from);
        if (periods.frequency() == Frequency.AD_HOC) {
            assertThat(period).isEmpty();
            return;
        }
        var before = period.orElseThrow();
        assertThat(before.ends()).isAfterOrEqualTo(from);
        for (int i = 0; i < 30; i++) {
            assertThat(before.lastDay()).isBetween(before.begins(), before.ends());
            assertThat(periods.from(before.begins())).contains(before);
            assertThat(periods.from(before.ends())).contains(before);
            var next = periods.after(before).orElseThrow();
            assertThat(next.begins()).isAfter(before.ends());
            assertThat(next.label()).isNotEqualTo(before.label());
            before = next;
        }
    }

    /** However often and whenever it is swept. */
    @Property(tries = 300)
    void everyExpectedPeriodOpensExactlyOnce(
            @ForAll("schedules") Periods periods, @ForAll("days") LocalDate from, @ForAll("leaps") List<Integer> leaps) {
        var rule = Rule.taken(new ReportingRule(
                        new RuleId("r"), new PlanId("p"), new UnitId("t"), new UnitId("x"), "Báo cáo", periods.frequency(), periods.day(),
                        periods.month(), List.of(new UnitId("u")), new UnitId("v"), from, END), 1)
                .state();
        var opened = new ArrayList<Period>();
        var today = from;
        for (var leap : leaps) {
            today = today.plusDays(leap);
            rule = sweep(rule, today, opened);
        }
        rule = sweep(rule, END.plusYears(2), opened);

        assertThat(rule.nextBoundaryAt()).isNull();
        assertThat(opened).isEqualTo(expected(periods, from));
        assertThat(opened).extracting(Period::label).doesNotHaveDuplicates();
        assertThat(opened).allSatisfy(period -> {
            assertThat(period.lastDay()).isAfterOrEqualTo(from);
            assertThat(period.begins()).isBeforeOrEqualTo(END);
        });
    }

    private static Rule sweep(Rule rule, LocalDate today, List<Period> opened) {
        var due = rule.due(today);
        opened.addAll(due);
        assertThat(due).allSatisfy(period -> assertThat(rule.opensOn(period)).isBeforeOrEqualTo(today));
        return rule.opened(due) instanceof Decision.Accepted<Rule> accepted ? accepted.state() : rule;
    }

    private static List<Period> expected(Periods periods, LocalDate from) {
        var all = new ArrayList<Period>();
        for (var period = periods.from(from); period.isPresent() && !period.get().begins().isAfter(END); period = periods.after(period.get())) {
            if (!period.get().lastDay().isBefore(from)) {
                all.add(period.get());
            }
        }
        return all;
    }

    @Provide
    Arbitrary<Periods> schedules() {
        var months = Arbitraries.integers().between(1, 12).injectNull(0.4);
        return Combinators.combine(Arbitraries.of(Frequency.class), Arbitraries.integers().between(0, 31), months)
                .as((frequency, day, month) -> new Periods(frequency, day, month));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(LocalDate.of(2025, 1, 1).toEpochDay(), LocalDate.of(2029, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<List<Integer>> leaps() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(5, Arbitraries.integers().between(0, 3)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(20, 400)))
                .list().ofMaxSize(40);
    }
}
