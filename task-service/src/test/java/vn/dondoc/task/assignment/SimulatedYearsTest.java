package vn.dondoc.task.assignment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.platform.history.Decision;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Years of some tasks: two sweepers whose reads and writes interleave with each other and with what people do, instances that die with what
 * they have read, clocks that jump, plans told again and amended. Every write is guarded by the version, as in the database.
 */
class SimulatedYearsTest {

    private static final int TASKS = 12;
    private static final int BATCH = 5;

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void no_boundary_is_missed_doubled_or_early(@ForAll("seeds") long seed) {
        new Run(seed).live(700);
    }

    @Tag("full")
    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void no_boundary_is_missed_doubled_or_early_in_many_lives(@ForAll("seeds") long seed) {
        new Run(seed).live(1500);
    }

    private record Row(String id, long version, Assignment task) {}

    private record Claimed(Instant at, List<Row> rows) {}

    private static final class Run {
        private final Random random;
        private final Course course;
        private final Map<String, Row> rows = new LinkedHashMap<>();
        private final Map<String, List<TimeOracle.Entry>> histories = new LinkedHashMap<>();
        private final Map<String, Instant> published = new LinkedHashMap<>();
        private final List<PlanTold> plan = new ArrayList<>();
        private final Duration[] wrong = {Duration.ZERO, Duration.ZERO};
        private final Claimed[] claimed = new Claimed[2];
        private Instant now = Course.FIRST_DAY.atTime(3, 0).toInstant(ZoneOffset.UTC);

        /** An event of the plan, which may come again at any time. */
        private record PlanTold(PlannedTask task, long order, Instant at) {}

        Run(long seed) {
            random = new Random(seed);
            course = new Course(random);
        }

        void live(int steps) {
            for (int i = 0; i < steps; i++) {
                step();
            }
            for (int i = 0; i < 2; i++) {
                wrong[i] = Duration.ZERO;
                claimed[i] = null;
            }
            now = now.plus(Duration.ofDays(400));
            while (!due(now).isEmpty()) {
                claim(0);
                write(0);
            }
            histories.forEach((id, history) -> TimeOracle.judge(id, published.get(id), history, now));
            assertThat(rows.values()).allSatisfy(row -> assertThat(row.task().nextBoundaryAt()).isNull());
        }

        private void step() {
            var instance = random.nextInt(2);
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> now = now.plus(course.gap(now));
                case 3, 4 -> claim(instance);
                case 5, 6 -> write(instance);
                case 7 -> wrong[instance] = random.nextInt(3) == 0 ? course.jump() : Duration.ZERO;
                case 8 -> claimed[instance] = null;
                case 9 -> publish(instance);
                case 10 -> again(instance);
                default -> command(instance);
            }
        }

        private Instant clock(int instance) {
            return now.plus(wrong[instance]);
        }

        private List<Row> due(Instant at) {
            return rows.values().stream()
                    .filter(row -> row.task().nextBoundaryAt() != null && !row.task().nextBoundaryAt().isAfter(at))
                    .sorted(Comparator.comparing(row -> row.task().nextBoundaryAt())).limit(BATCH).toList();
        }

        private void claim(int instance) {
            claimed[instance] = new Claimed(clock(instance), due(clock(instance)));
        }

        /** What was read some time ago is decided on as it was read, at the time it was read. */
        private void write(int instance) {
            var batch = claimed[instance];
            claimed[instance] = null;
            if (batch != null) {
                batch.rows().forEach(row -> write(row, Passing.boundaries(row.task(), batch.at()), batch.at()));
            }
        }

        private void write(Row before, Decision<Assignment> decision, Instant at) {
            if (decision instanceof Decision.Accepted<Assignment>(var state, var facts) && rows.get(before.id()).version() == before.version()) {
                rows.put(before.id(), new Row(before.id(), before.version() + facts.size(), state));
                facts.forEach(fact -> histories.get(before.id()).add(new TimeOracle.Entry(fact.type(), at, fact.data())));
            }
        }

        private void publish(int instance) {
            var today = LocalDate.ofInstant(clock(instance), ZoneOffset.ofHours(7));
            if (rows.size() < TASKS) {
                take(new PlanTold(course.planned(rows.size(), today), plan.size() + 1, clock(instance)), instance);
            } else if (random.nextInt(4) == 0) {
                take(new PlanTold(course.told(any().id(), course.due(today), plan.size()), plan.size() + 1, clock(instance)), instance);
            }
        }

        private void again(int instance) {
            if (!plan.isEmpty()) {
                take(plan.get(random.nextInt(plan.size())), instance);
            }
        }

        private void take(PlanTold told, int instance) {
            plan.add(told);
            var id = told.task().id().value();
            var there = rows.get(id);
            if (there == null) {
                var assigned = Assigning.assign(told.task(), told.at(), told.order());
                published.put(id, told.at());
                rows.put(id, new Row(id, assigned.facts().size(), assigned.state()));
                histories.put(id, new ArrayList<>(assigned.facts().stream().map(fact -> new TimeOracle.Entry(fact.type(), told.at(), fact.data())).toList()));
            } else {
                var gone = told.order() % 29 == 0;
                write(there, gone ? Amending.withdraw(there.task(), told.task(), told.order(), clock(instance))
                        : Amending.amend(there.task(), told.task(), told.order(), clock(instance)), clock(instance));
            }
        }

        private void command(int instance) {
            if (!rows.isEmpty()) {
                var row = any();
                write(row, course.act().on(row.task(), clock(instance)), clock(instance));
            }
        }

        private Row any() {
            return List.copyOf(rows.values()).get(random.nextInt(rows.size()));
        }
    }
}
