package vn.dondoc.notification.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Notes ends together: what comes while others are being noted is noted with the next ones, in one round trip. */
@Component
class Ends {

    private static final int MOST = 100;

    private final Deliveries deliveries;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock noting = new ReentrantLock();

    Ends(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    private record Waiting(End end, CompletableFuture<Boolean> noted) {}

    /** Answers when it is noted; false where somebody else has the delivery meanwhile. */
    boolean note(End end) {
        var mine = new Waiting(end, new CompletableFuture<>());
        waiting.add(mine);
        noting.lock();
        try {
            while (!mine.noted().isDone()) {
                noteSome();
            }
        } finally {
            noting.unlock();
        }
        return mine.noted().join();
    }

    private void noteSome() {
        var some = new ArrayList<Waiting>();
        for (var next = waiting.poll(); next != null; next = some.size() < MOST ? waiting.poll() : null) {
            some.add(next);
        }
        try {
            var noted = new HashSet<>(deliveries.end(some.stream().map(Waiting::end).toList()));
            some.forEach(one -> one.noted().complete(noted.contains(one.end())));
        } catch (RuntimeException fault) {
            some.forEach(one -> one.noted().completeExceptionally(fault));
        }
    }
}
