package vn.dondoc.acceptance.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Parts die while people work and days pass, two instances of each service. */
class OutageTest extends FaultRun {

    private static final List<String> SERVICES = List.of(Landscape.TASK, Landscape.REPORTING, Landscape.NOTIFICATION);

    private final Random random = new Random(SEED);
    private Commands commands;

    @BeforeEach
    void peopleWork(TestInfo info) {
        landscape.awaitReady();
        var world = World.published(landscape, "outage" + Integer.toHexString(info.getDisplayName().hashCode()), 24);
        commands = Commands.begin(landscape, world, SEED, 4);
        more(commands, 60);
    }

    @Test
    void every_part_dies_once() {
        SERVICES.forEach(service -> oneOf(service).kill());
        more(commands, 40);
        landscape.daysPass(4);
        landscape.mongo.kill();
        landscape.mongo.restart();
        more(commands, 40);
        landscape.instances().stream().filter(instance -> !instance.alive()).forEach(Instance::again);
        landscape.broker.kill();
        landscape.daysPass(4);
        pass(Duration.ofSeconds(10));
        landscape.broker.restart();
        quietAfter("every part died once");
    }

    @Test
    @Tag("full")
    void the_broker_is_away_for_a_minute() {
        landscape.broker.kill();
        landscape.daysPass(2);
        pass(Duration.ofSeconds(60));
        landscape.broker.restart();
        quietAfter("a minute without the broker");
    }

    private Instance oneOf(String service) {
        return landscape.of(service).get(random.nextInt(2));
    }

    private void quietAfter(String what) {
        more(commands, 40);
        landscape.awaitReady();
        commands.finish();
        judged(what);
    }
}
