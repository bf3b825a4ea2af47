package vn.dondoc.contracts.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Gives memory back when a process has come to rest after work: once, by a full collection. The serial collector shrinks its heap in no
 * other way, and a process at rest has no reason for one. Does nothing where the JVM was not told {@code -XX:-ShrinkHeapInSteps}.
 */
public final class MemoryAtRest implements AutoCloseable {

    private static final long SECONDS = 20;
    /** So many looks in a row without work are a rest. */
    private static final int QUIET = 2;
    /** Work is more than this part of one processor. */
    private static final double WORK = 0.1;

    private final LongSupplier processorNanos;
    private final LongSupplier nanos;
    private final Runnable collection;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("memory-at-rest").daemon().factory());

    private long usedBefore;
    private long before;
    private int quiet;
    /** A start is work, too. */
    private boolean worked = true;

    MemoryAtRest(LongSupplier processorNanos, LongSupplier nanos, Runnable collection) {
        this.processorNanos = processorNanos;
        this.nanos = nanos;
        this.collection = collection;
        this.usedBefore = processorNanos.getAsLong();
        this.before = nanos.getAsLong();
    }

    /** Of this process. */
    public static MemoryAtRest watching() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var rest = new MemoryAtRest(system::getProcessCpuTime, System::nanoTime, System::gc);
        if (shrinksAtOnce()) {
            rest.looks.scheduleWithFixedDelay(rest::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
        return rest;
    }

    private static boolean shrinksAtOnce() {
        return "false".equals(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption("ShrinkHeapInSteps").getValue());
    }

    void look() {
        var used = processorNanos.getAsLong();
        var now = nanos.getAsLong();
        var working = used - usedBefore > WORK * (now - before);
        usedBefore = used;
        before = now;
        quiet = working ? 0 : quiet + 1;
        worked |= working;
        if (worked && quiet == QUIET) {
            worked = false;
            collection.run();
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
