package vn.dondoc.task.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.time.Period;
import vn.dondoc.platform.time.Periods;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.task.assignment.TaskFixtures.taskDue;

/** Series in simulated years: outages of any length, a clock that jumps back, two sweepers, and ends between the two writes of a step. */
class RecurringProperties {

    private static final Instant START = Instant.parse("2027-10-05T02:30:00Z");

    /**
     * One look at what is due.
     *
     * @param hours since the look before
     * @param ending 0 ends after the occurrences were made, 1 after the first of them; any other comes to its end
     * @param stale decides on the series as it was before the look before, as a second sweeper may that was held up
     */
    record Look(long hours, int ending, boolean stale) {}

    @Provide
    Arbitrary<List<Look>> looks() {
        // turns of the year, a leap day, and outages of up to four months lie within
        return Arbitraries.longs().between(-100, 2900).flatMap(hours -> Arbitraries.integers().between(0, 5).flatMap(ending ->
                Arbitraries.of(true, false, false).map(stale -> new Look(hours, ending, stale)))).list().ofMinSize(1).ofMaxSize(30);
    }

    @Provide
    Arbitrary<Frequency> rhythms() {
        return Arbitraries.of(Frequency.class).filter(frequency -> frequency != Frequency.AD_HOC);
    }

    @Provide
    Arbitrary<Integer> years() {
        return Arbitraries.of(2027, 2028, 2029).injectNull(0.4);
    }

    @Property(tries = 400)
    void no_period_is_missed_doubled_or_early(
            @ForAll("looks") List<Look> looks, @ForAll("rhythms") Frequency frequency, @ForAll("years") @Nullable Integer year) {
        var series = Assigning.assign(taskDue(new Due.Recurring(frequency)), START, 1).state();
        var before = series;
        var version = 1L;
        var seenVersion = 1L;
        var made = new LinkedHashMap<String, Assignment>();
        var madeAt = new HashMap<String, Instant>();
        var now = START;
        var latest = START;
        for (var look : looks) {
            now = now.plus(look.hours(), ChronoUnit.HOURS);
            latest = now.isAfter(latest) ? now : latest;
            var read = look.stale() ? before : series;
            var readVersion = look.stale() ? seenVersion : version;
            before = series;
            seenVersion = version;
            var step = Recurring.step(read, year, now);
            var some = look.ending() == 1 ? step.periods().stream().limit(1).toList() : step.periods();
            for (var period : some) {
                var occurrence = Recurring.occurrence(read, period, year).state();
                // an id that is there already is left as it is
                if (made.putIfAbsent(occurrence.id().value(), occurrence) == null) {
                    madeAt.put(occurrence.id().value(), now);
                }
            }
            // the write is guarded by the version that was read
            if (look.ending() > 1 && readVersion == version && step.decision() instanceof Decision.Accepted<Assignment> accepted) {
                series = accepted.state();
                version += accepted.facts().size();
            }
        }
        // whatever ended in between, the next looks repeat it
        for (var step = Recurring.step(series, year, latest); step.decision() instanceof Decision.Accepted<Assignment> accepted;
                step = Recurring.step(series, year, latest)) {
            for (var period : step.periods()) {
                var occurrence = Recurring.occurrence(series, period, year).state();
                made.putIfAbsent(occurrence.id().value(), occurrence);
            }
            series = accepted.state();
        }

        assertThat(made.values()).extracting(occurrence -> occurrence.whole().period())
                .containsExactlyInAnyOrderElementsOf(expected(frequency, year, latest)).doesNotHaveDuplicates();
        for (var occurrence : made.values()) {
            var opened = opens(occurrence.partOf().period(), year);
            assertThat(opened).isBeforeOrEqualTo(madeAt.getOrDefault(occurrence.id().value(), latest));
            assertThat(occurrence.told().assignedOn()).isEqualTo(LocalDate.ofInstant(opened, DomainClock.ZONE));
            assertThat(year == null || occurrence.lastDay().getYear() <= year).isTrue();
            assertThat(occurrence.overdueBeforeEntry()).isFalse();
        }
        assertThat(series.nextBoundaryAt() == null || series.nextBoundaryAt().isAfter(latest)).isTrue();
    }

    /** Counted a second time on purpose, day by day: every period that has a day between the beginning and the end. */
    private static List<String> expected(Frequency frequency, @Nullable Integer year, Instant latest) {
        var labels = new ArrayList<String>();
        var published = LocalDate.ofInstant(START, DomainClock.ZONE);
        var today = LocalDate.ofInstant(latest, DomainClock.ZONE);
        Map<String, Period> seen = new LinkedHashMap<>();
        for (var day = published; !day.isAfter(today); day = day.plusDays(1)) {
            if (year == null || day.getYear() == year) {
                var period = Periods.whole(frequency).from(day).orElseThrow();
                if (!period.begins().isAfter(day)) {
                    seen.putIfAbsent(period.label(), period);
                }
            }
        }
        labels.addAll(seen.keySet());
        return labels;
    }

    private static Instant opens(LocalDate begins, @Nullable Integer year) {
        var from = LocalDate.ofInstant(START, DomainClock.ZONE);
        if (year != null && from.getYear() < year) {
            from = LocalDate.of(year, 1, 1);
        }
        return DomainClock.startOf(begins.isBefore(from) ? from : begins);
    }
}
