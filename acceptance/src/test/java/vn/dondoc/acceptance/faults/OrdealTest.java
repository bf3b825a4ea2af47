package vn.dondoc.acceptance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code deploy/local/faults}: for some minutes parts are killed, ended and held up in random order, each kind once before any comes again, while people
 * work and days pass; then all are well again, and the oracle looks. The same seed gives the same order of faults. With {@code --beside} the instances
 * change between two versions meanwhile.
 */
@Tag("full")
class OrdealTest extends FaultRun {

    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("dondoc.seconds", 50));
    private static final List<String> SERVICES = List.of(Landscape.TASK, Landscape.REPORTING, Landscape.NOTIFICATION);
    /** However slow the machine is: each with a fault of another kind, every second one with days that pass. */
    private static final int LEAST_ROUNDS = 4;
    /** Longer than a lease and than a consumer's session, shorter than anybody's patience. */
    private static final int LONGEST_PAUSE = 14;

    private final Random random = new Random(SEED);
    private final List<String> history = new ArrayList<>();
    private final Course course = new Course(landscape, this::told);
    private final long began = System.nanoTime();

    private enum Fault {
        KILL_SERVICE, KILL_TWO, END_SERVICE, HOLD_SERVICE, KILL_DATABASE, HOLD_DATABASE, KILL_BROKER, HOLD_BROKER
    }

    @Test
    void whatever_dies_in_whatever_order_nothing_is_lost_and_nothing_counts_twice() {
        landscape.awaitReady();
        var world = World.published(landscape, "ordeal" + Long.toHexString(SEED), 24);
        var commands = Commands.begin(landscape, world, SEED, 4);
        more(commands, 60);
        var firstDay = landscape.today();
        var inflicted = EnumSet.noneOf(Fault.class);
        var left = new ArrayList<Fault>();
        for (int round = 0; elapsed().compareTo(LENGTH) < 0 || round < LEAST_ROUNDS || !course.thereAndBack(); round++) {
            if (left.isEmpty()) {
                left.addAll(EnumSet.allOf(Fault.class));
                Collections.shuffle(left, random);
            }
            var fault = left.removeLast();
            inflict(fault);
            inflicted.add(fault);
            course.step();
            if (round % 2 == 1) {
                var days = 1 + random.nextInt(4);
                // Clocks of instances differ by moments, never by days: one that starts meanwhile would lag behind the others
                landscape.awaitReady();
                told(days + " days pass");
                landscape.daysPass(days);
            }
            // Somebody gets on before the next one: faults that nobody works through prove nothing
            more(commands, 1);
            pass(Duration.ofMillis(random.nextInt(2500)));
        }
        told("all are well again");
        landscape.awaitReady();
        course.arrive();
        more(commands, 40);
        commands.finish();
        course.settle(world.administrator());
        history.forEach(System.out::println);
        assertThat(inflicted).hasSizeGreaterThanOrEqualTo(LEAST_ROUNDS);
        assertThat(landscape.today()).isAfter(firstDay);
        judged(history.size() + " steps of an ordeal of " + elapsed().toSeconds() + " s");
    }

    private void inflict(Fault fault) {
        var pause = Duration.ofMillis(500 + random.nextInt(LONGEST_PAUSE * 1000));
        switch (fault) {
            case KILL_SERVICE -> killed(oneOf());
            case KILL_TWO -> {
                var both = landscape.of(SERVICES.get(random.nextInt(SERVICES.size())));
                both.forEach(instance -> told(instance.name() + " killed"));
                both.forEach(Instance::kill);
                pass(Duration.ofMillis(random.nextInt(2000)));
                both.forEach(Instance::again);
            }
            case END_SERVICE -> {
                var instance = oneOf();
                told(instance.name() + " ended in order");
                instance.end();
                instance.again();
            }
            case HOLD_SERVICE -> {
                var instance = oneOf();
                held(instance.name(), pause, instance::stop, instance::goOn);
            }
            case KILL_DATABASE -> {
                told("mongod killed");
                landscape.mongo.kill();
                pass(Duration.ofMillis(random.nextInt(3000)));
                landscape.mongo.restart();
            }
            case HOLD_DATABASE -> held("mongod", pause, landscape.mongo::stop, landscape.mongo::goOn);
            case KILL_BROKER -> {
                told("broker killed, away for " + pause.toMillis() + " ms");
                landscape.broker.kill();
                pass(pause);
                landscape.broker.restart();
            }
            case HOLD_BROKER -> held("broker", pause, landscape.broker::stop, landscape.broker::goOn);
        }
    }

    private void killed(Instance instance) {
        told(instance.name() + " killed");
        instance.kill();
        pass(Duration.ofMillis(random.nextInt(1500)));
        instance.again();
    }

    private void held(String name, Duration pause, Runnable stop, Runnable goOn) {
        told(name + " held for " + pause.toMillis() + " ms");
        stop.run();
        pass(pause);
        goOn.run();
    }

    /** One that runs; those that were launched a moment ago may still be starting. */
    private Instance oneOf() {
        var instance = landscape.of(SERVICES.get(random.nextInt(SERVICES.size()))).get(random.nextInt(2));
        if (!instance.alive()) {
            instance.again();
        }
        return instance;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void told(String what) {
        history.add("%6.1f s  %s".formatted(elapsed().toMillis() / 1000.0, what));
    }
}
