package vn.dondoc.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Several ways of doing the same, measured in turns, so that what else the machine does meets all alike. Each way first works unmeasured
 * until the compilers are through with it; a figure is the median of its rounds.
 */
final class Rounds {

    /** One round; answers its rate per second. */
    interface Way {
        double rate() throws Exception;
    }

    private record Lane(String name, Way way, Duration warming, List<Double> rates) {}

    private static final Duration WARM = Duration.ofSeconds(6);

    private final Run run;
    private final List<Lane> lanes = new ArrayList<>();
    private Duration warm = WARM;

    Rounds(Run run) {
        this.run = run;
    }

    /** So long each way that follows works unmeasured first. */
    Rounds warm(Duration length) {
        warm = length;
        return this;
    }

    /** The ways that follow were warmed up already. */
    Rounds unwarmed() {
        return warm(Duration.ZERO);
    }

    Rounds way(String name, Way way) {
        return way(name, way, warm);
    }

    /** @param warming how long it works unmeasured first, at least */
    Rounds way(String name, Way way, Duration warming) {
        lanes.add(new Lane(name, way, warming, new ArrayList<>()));
        return this;
    }

    /** @param times so many times the rounds of the run's size: many short ones stand more noise than few long ones */
    Rounds measure(int times) throws Exception {
        return measureExactly(run.size().rounds() * times);
    }

    /** @param all so many rounds, whatever the size: for ways whose single round is long */
    Rounds measureExactly(int all) throws Exception {
        for (var lane : lanes) {
            for (var warm = System.nanoTime() + lane.warming().toNanos(); System.nanoTime() < warm; ) {
                run.say("warming up, %s: %.0f/s", lane.name(), lane.way().rate());
            }
        }
        var order = new ArrayList<>(lanes);
        for (int round = 1; round <= all; round++) {
            for (var lane : order) {
                var rate = lane.way().rate();
                lane.rates().add(rate);
                run.say("round %d of %d, %s: %.0f/s", round, all, lane.name(), rate);
            }
            Collections.rotate(order, 1);
        }
        return this;
    }

    /** @param all so many rounds of ways of which each takes what the one before it left */
    Rounds measureInOrder(int all) throws Exception {
        for (int round = 1; round <= all; round++) {
            for (var lane : lanes) {
                var rate = lane.way().rate();
                lane.rates().add(rate);
                run.say("round %d of %d, %s: %.0f/s", round, all, lane.name(), rate);
            }
        }
        return this;
    }

    /** A figure whose ceiling is another way's median. */
    Figure figure(String name, String way, String ceiling, String unit, double goal) {
        return Figure.ofCeiling(name, median(way), unit, median(ceiling), goal);
    }

    double median(String name) {
        var rates = lanes.stream().filter(lane -> lane.name().equals(name)).findFirst().orElseThrow().rates();
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
