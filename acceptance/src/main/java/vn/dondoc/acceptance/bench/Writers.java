package vn.dondoc.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;

/** Some writers at once, each doing one thing after the other. */
final class Writers implements AutoCloseable {

    static final int EIGHT = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(EIGHT);

    /** What writer {@code writer} does next, to the thing of the given number. */
    interface Step {
        void on(int writer, int number) throws Exception;
    }

    /**
     * Steps on things drawn at random.
     *
     * @return steps per second of all writers
     */
    double rate(Duration length, int things, Step step) throws InterruptedException, ExecutionException {
        var began = System.nanoTime();
        var done = all(writer -> {
            var steps = 0;
            while (System.nanoTime() - began < length.toNanos()) {
                step.on(writer, ThreadLocalRandom.current().nextInt(things));
                steps++;
            }
            return steps;
        });
        return done * 1e9 / (System.nanoTime() - began);
    }

    /** Each number below {@code things} once; answers how many. */
    long each(int things, Step step) throws InterruptedException, ExecutionException {
        IntUnaryOperator last = writer -> (int) ((long) things * (writer + 1) / EIGHT);
        return all(writer -> {
            var first = writer == 0 ? 0 : last.applyAsInt(writer - 1);
            for (int number = first; number < last.applyAsInt(writer); number++) {
                step.on(writer, number);
            }
            return last.applyAsInt(writer) - first;
        });
    }

    private interface Part {
        int of(int writer) throws Exception;
    }

    private long all(Part part) throws InterruptedException, ExecutionException {
        List<Callable<Integer>> parts = new ArrayList<>();
        for (int writer = 0; writer < EIGHT; writer++) {
            var own = writer;
            parts.add(() -> part.of(own));
        }
        var sum = 0L;
        for (Future<Integer> done : threads.invokeAll(parts)) {
            sum += done.get();
        }
        return sum;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
