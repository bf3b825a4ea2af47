package vn.dondoc.notification.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.channel.Carriers;
import vn.dondoc.notification.channel.Circuits;
import vn.dondoc.notification.channel.NotificationProperties;
import vn.dondoc.notification.channel.Rates;
import vn.dondoc.platform.store.StoreReadiness;

/** A desk for each channel that the installation has, so that one whose provider is slow or away keeps none of the others waiting. */
@Component
class Desks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Desks.class);

    private final List<Desk> desks;
    private final StoreReadiness store;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private @Nullable ExecutorService errands;

    Desks(
            Deliveries deliveries, Courier courier, Settling settling, Circuits circuits, Rates rates, Carriers carriers, NotificationProperties properties,
            StoreReadiness store) {
        this.desks = carriers.channels().stream().filter(carriers::isThere)
                .map(channel -> new Desk(channel, deliveries, courier, settling, circuits, rates, properties.workers())).toList();
        this.store = store;
    }

    @Override
    public void start() {
        running = true;
        var executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("courier-", 0).factory());
        errands = executor;
        for (var desk : desks) {
            for (int clerk = 0; clerk < Desk.CLERKS; clerk++) {
                threads.add(Thread.ofVirtual().name("desk-" + desk.channel().code() + "-" + clerk).start(() -> work(desk, executor)));
            }
        }
    }

    private void work(Desk desk, ExecutorService executor) {
        try {
            store.await();
            while (running) {
                desk.round(executor);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("No more deliveries are handed out", stopped);
        }
    }

    /** Lets those on their way arrive. */
    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
        var executor = errands;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("Some deliveries were left on their way; their leases end by themselves");
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
