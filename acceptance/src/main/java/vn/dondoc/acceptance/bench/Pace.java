package vn.dondoc.acceptance.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Commands at a given rate, whether or not earlier ones are done. */
final class Pace {

    /** A command on the thing of a number; answers what its event is known by. */
    interface Command {
        String on(int number) throws Exception;
    }

    private final double perSecond;

    Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Answers when each command was acknowledged, in nanoseconds of the system, by what its event is known by. */
    Map<String, Long> run(Writers writers, Duration length, int things, Command command) throws ExecutionException, InterruptedException {
        var acknowledged = new ConcurrentHashMap<String, Long>();
        var all = (int) Math.round(perSecond * length.toMillis() / 1000);
        var next = new AtomicInteger();
        var began = System.nanoTime();
        writers.each(Writers.EIGHT, (_, _) -> {
            for (int turn = next.getAndIncrement(); turn < all; turn = next.getAndIncrement()) {
                awaitTime(began + (long) (turn * 1e9 / perSecond));
                var known = command.on(ThreadLocalRandom.current().nextInt(things));
                acknowledged.put(known, System.nanoTime());
            }
        });
        return acknowledged;
    }

    /** The place in a common row of a number that {@link Writers#each} hands to a writer, so that the writers take turns. */
    static int turn(int writer, int number, int all) {
        return (number - (int) ((long) all * writer / Writers.EIGHT)) * Writers.EIGHT + writer;
    }

    /** Returns at that time, in nanoseconds of the system. */
    static void awaitTime(long time) {
        for (var left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
