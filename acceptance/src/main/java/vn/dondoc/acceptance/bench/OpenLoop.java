package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls that begin when they are due, however many others are not answered yet: each in a thread of its own, on a connection that nobody else uses meanwhile. */
final class OpenLoop implements AutoCloseable {

    /** A server closes what nobody has used for some time, which would look like a broken connection. */
    private static final long KEPT = TimeUnit.SECONDS.toNanos(5);

    /** One call by its number. */
    interface Call {
        KeptConnection.Answer on(int number, KeptConnection connection) throws IOException;
    }

    /**
     * How one call went.
     *
     * @param answer null where the connection broke, or nobody answered within its limit
     * @param millis from the moment at which it was due to the end of its answer
     */
    record Told(int number, KeptConnection.@Nullable Answer answer, double millis) {}

    private record Idle(KeptConnection connection, long since) {}

    private final int port;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    OpenLoop(int port) {
        this.port = port;
    }

    /** So many calls at that rate; returns when each has gone one way or the other. */
    List<Told> run(double perSecond, int calls, Call call) {
        var told = new ConcurrentLinkedQueue<Told>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var began = System.nanoTime();
            for (int number = 0; number < calls; number++) {
                var own = number;
                var due = began + (long) (number * 1e9 / perSecond);
                Pace.awaitTime(due);
                threads.execute(() -> told.add(carryOut(own, due, call)));
            }
        }
        return new ArrayList<>(told);
    }

    private Told carryOut(int number, long due, Call call) {
        KeptConnection connection = null;
        try {
            connection = connection();
            var answer = call.on(number, connection);
            var told = new Told(number, answer, (System.nanoTime() - due) / 1e6);
            idle.push(new Idle(connection, System.nanoTime()));
            return told;
        } catch (IOException broken) {
            close(connection);
            return new Told(number, null, (System.nanoTime() - due) / 1e6);
        }
    }

    private KeptConnection connection() throws IOException {
        for (var last = idle.poll(); last != null; last = idle.poll()) {
            if (System.nanoTime() - last.since() < KEPT) {
                return last.connection();
            }
            close(last.connection());
        }
        return new KeptConnection(port);
    }

    private static void close(@Nullable KeptConnection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException ended) {
                System.err.println("bench: a connection was gone already");
            }
        }
    }

    @Override
    public void close() {
        idle.forEach(one -> close(one.connection()));
    }
}
