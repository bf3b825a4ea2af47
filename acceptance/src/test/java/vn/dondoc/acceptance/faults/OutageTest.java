package vn.dondoc.acceptance.faults;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Everything dies once while people work and days pass, two instances of each service. */
class OutageTest extends FaultRun {

    @Test
    void a_run_in_which_every_part_dies_once() {
        var world = World.published(landscape, "outage", 24);
        var random = new Random(SEED);
        var commands = Commands.begin(landscape, world, SEED, 4);
        more(commands, 60);
        for (var service : List.of(Landscape.TASK, Landscape.REPORTING, Landscape.NOTIFICATION)) {
            landscape.of(service).get(random.nextInt(2)).kill();
        }
        more(commands, 40);
        landscape.daysPass(4);
        landscape.mongo.kill();
        landscape.mongo.restart();
        more(commands, 40);
        landscape.instances().stream().filter(instance -> !instance.alive()).forEach(Instance::again);
        landscape.broker.kill();
        more(commands, 100);
        landscape.daysPass(4);
        landscape.broker.restart();
        more(commands, 40);
        landscape.awaitReady();
        commands.finish();
        judged("every part died once");
    }
}
