package vn.dondoc.notification.delivery;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.dondoc.platform.store.StoreReadiness;

/** Hands out letters to a bounded number of couriers, as many instances as there are doing the same. */
@Component
class Couriers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final long PAUSE_MILLIS = 500;

    private final DeliveryQueue queue;
    private final Courier courier;
    private final StoreReadiness store;
    private final int workers;
    private final Semaphore free;
    private volatile boolean running;
    private @Nullable ExecutorService errands;
    private @Nullable Thread dispatcher;

    Couriers(DeliveryQueue queue, Courier courier, StoreReadiness store, NotificationProperties properties) {
        this.queue = queue;
        this.courier = courier;
        this.store = store;
        this.workers = properties.workers();
        this.free = new Semaphore(workers);
    }

    @Override
    public void start() {
        running = true;
        var executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("courier-", 0).factory());
        errands = executor;
        dispatcher = Thread.ofVirtual().name("couriers").start(() -> dispatch(executor));
    }

    private void dispatch(ExecutorService executor) {
        try {
            store.await();
            while (running) {
                free.acquire();
                var letter = claim();
                if (letter.isPresent()) {
                    executor.execute(() -> errand(letter.get()));
                } else {
                    free.release();
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("No more letters are handed out", stopped);
        }
    }

    private Optional<Claimed> claim() {
        try {
            return queue.claim();
        } catch (RuntimeException away) {
            LOG.warn("The letters that wait cannot be read right now: {}", away.getMessage());
            return Optional.empty();
        }
    }

    /** A fault leaves the letter to the end of its lease. */
    private void errand(Claimed letter) {
        try {
            courier.deliver(letter);
        } catch (RuntimeException fault) {
            LOG.warn("Letter {} was not brought to its end; it is tried again", letter.id(), fault);
        } finally {
            free.release();
        }
    }

    /** Lets those on their way arrive. */
    @Override
    public void stop() {
        running = false;
        var waiting = dispatcher;
        if (waiting != null) {
            waiting.interrupt();
        }
        var executor = errands;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("Up to {} letters were left on their way; their leases end by themselves", workers);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
