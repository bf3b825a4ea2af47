package vn.dondoc.task.assignment;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.event.PlannedTask;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.AggregateFactory;
import vn.dondoc.platform.history.AggregateType;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.store.StoreReadiness;
import vn.dondoc.platform.sweep.Sweep;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.RealParts;

import static org.assertj.core.api.Assertions.assertThat;

/** The same years on a real database: two sweeps at once beside people, and a deadline moved between a sweep's read and its write. */
@Tag("full")
@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SweptYearsTest {

    private static final int TASKS = 40;
    private static final int DAYS = 90;

    @Autowired AggregateFactory factory;
    @Autowired MongoTemplate mongo;
    @Autowired StoreReadiness store;

    @ParameterizedTest
    @ValueSource(longs = {20261115, 7, 290228})
    void no_boundary_is_missed_doubled_or_early(long seed) {
        var years = new Years(seed);
        for (int step = 0; step < DAYS; step++) {
            years.step();
        }
        years.end();
        System.out.printf("seed %d: %d boundaries of %d tasks, %d moved while claimed%n",
                seed, years.boundaries, TASKS, years.movedWhileClaimed.get());
        assertThat(years.boundaries).isGreaterThan(TASKS);
        assertThat(years.movedWhileClaimed.get()).isPositive();
    }

    /** A clock that is put. */
    private static final class Put extends Clock {
        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class Years {
        private final Random random;
        private final Course course;
        private final Aggregates<Assignment> tasks;
        private final List<Put> clocks = List.of(new Put(), new Put());
        private final List<Sweep<Assignment>> sweeps;
        private final Map<String, Instant> published = new ConcurrentHashMap<>();
        private final List<PlannedTask> plan = new ArrayList<>();
        private final AtomicInteger movedWhileClaimed = new AtomicInteger();
        private Instant now = Course.FIRST_DAY.atTime(3, 0).toInstant(ZoneOffset.UTC);
        private int boundaries;

        Years(long seed) {
            random = new Random(seed);
            course = new Course(random);
            var collection = "years" + seed;
            mongo.getCollection(collection).createIndex(new Document(Sweep.BOUNDARY, 1));
            tasks = factory.of(new AggregateType<>(collection, Assignment.class));
            sweeps = clocks.stream().map(clock -> new Sweep<>(
                    "years", tasks, this::decided, new DomainClock(clock, Duration.ZERO), store, new SimpleMeterRegistry())).toList();
        }

        void step() {
            now = now.plus(course.gap(now));
            clocks.forEach(clock -> clock.now = now.plus(random.nextInt(6) == 0 ? course.jump() : Duration.ZERO));
            publish(clocks.getFirst().now);
            var acts = new ArrayList<Runnable>();
            for (int i = 0; i < 6; i++) {
                var id = plan.get(random.nextInt(plan.size())).id().value();
                var act = course.act();
                var at = clocks.get(random.nextInt(2)).now;
                acts.add(() -> tasks.change(id, Act.bySystem("people", at), task -> act.on(task, at)));
            }
            var working = new ArrayList<CompletableFuture<Void>>();
            sweeps.forEach(sweep -> working.add(CompletableFuture.runAsync(() -> sweepAll(sweep), Thread::startVirtualThread)));
            working.add(CompletableFuture.runAsync(() -> acts.forEach(Runnable::run), Thread::startVirtualThread));
            working.forEach(CompletableFuture::join);
        }

        void end() {
            now = now.plus(Duration.ofDays(400));
            clocks.forEach(clock -> clock.now = now);
            sweepAll(sweeps.getFirst());
            published.forEach((id, at) -> {
                var told = tasks.history(id).stream().map(Aggregates.Told::entry).toList();
                for (int i = 0; i < told.size(); i++) {
                    assertThat(told.get(i).sequence()).isEqualTo(i + 1);
                }
                boundaries += TimeOracle.judge(id, at,
                        told.stream().map(entry -> new TimeOracle.Entry(entry.type(), entry.at(), entry.data())).toList(), now);
            });
        }

        private void sweepAll(Sweep<Assignment> sweep) {
            while (sweep.round() > 0) { }
        }

        /** One task in eight is extended just when a sweep has read it and is about to write. */
        private Decision<Assignment> decided(Assignment read, Instant at) {
            if (Math.floorMod(read.id().value().hashCode() + at.getEpochSecond(), 8) == 0 && read.lastDay() != null) {
                var until = read.lastDay().plusDays(20);
                tasks.change(read.id().value(), Act.bySystem("people", at),
                        task -> Extending.ask(task, TaskFixtures.OFFICER_OF_LEAD, until, "Chờ thiết bị", at));
                var moved = tasks.change(read.id().value(), Act.bySystem("people", at), task -> Extending.grant(task, TaskFixtures.LEADER, null, null, at));
                if (moved instanceof vn.dondoc.platform.history.Outcome.Done<Assignment>) {
                    movedWhileClaimed.incrementAndGet();
                }
            }
            return Passing.boundaries(read, at);
        }

        /** Each task comes twice at least, and some again much later. */
        private void publish(Instant at) {
            var today = LocalDate.ofInstant(at, ZoneOffset.ofHours(7));
            if (plan.size() < TASKS) {
                plan.add(course.planned(plan.size(), today));
                published.put(plan.getLast().id().value(), at);
                take(plan.getLast(), plan.size(), at);
                take(plan.getLast(), plan.size(), at);
            } else {
                var before = plan.get(random.nextInt(TASKS));
                plan.add(course.told(before.id().value(), course.due(today), plan.size()));
                take(plan.getLast(), plan.size(), at);
            }
            var number = random.nextInt(plan.size());
            take(plan.get(number), number + 1, at);
        }

        private void take(PlannedTask task, long order, Instant at) {
            var act = Act.bySystem("plan-events", at);
            tasks.create(task.id().value(), act, () -> Assigning.assign(task, at, order));
            tasks.change(task.id().value(), act, current -> Amending.amend(current, task, order, at));
        }
    }
}
