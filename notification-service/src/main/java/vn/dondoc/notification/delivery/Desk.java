package vn.dondoc.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.notification.channel.Answer;
import vn.dondoc.notification.channel.Circuits;
import vn.dondoc.notification.channel.Rates;
import vn.dondoc.notification.rule.Channel;

/** Hands out the deliveries of one channel to a bounded number of couriers, as many instances as there are doing the same. */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long RATE_PAUSE_MILLIS = 100;
    /** Few, so that what is critical need not wait for many that are not. */
    private static final int AT_ONCE = 32;

    private final Channel channel;
    private final Deliveries deliveries;
    private final Courier courier;
    private final Circuits circuits;
    private final Rates rates;
    private final Semaphore free;

    Desk(Channel channel, Deliveries deliveries, Courier courier, Circuits circuits, Rates rates, int workers) {
        this.channel = channel;
        this.deliveries = deliveries;
        this.courier = courier;
        this.circuits = circuits;
        this.rates = rates;
        this.free = new Semaphore(workers);
    }

    Channel channel() {
        return channel;
    }

    /** Whatever may be sent now; then a pause. */
    void round(ExecutorService errands) throws InterruptedException {
        var pause = PAUSE_MILLIS;
        try {
            pause = switch (circuits.gate(channel)) {
                case OPEN -> PAUSE_MILLIS;
                case HALF_OPEN -> probe();
                case CLOSED -> handOut(errands);
            };
        } catch (RuntimeException away) {
            LOG.warn("The deliveries that wait cannot be read right now: {}", away.getMessage());
        }
        if (pause > 0) {
            TimeUnit.MILLISECONDS.sleep(pause);
        }
    }

    private long handOut(ExecutorService errands) throws InterruptedException {
        var due = deliveries.due(channel, AT_ONCE);
        if (due.isEmpty()) {
            return PAUSE_MILLIS;
        }
        var granted = rates.take(channel, due.size());
        for (var id : due.subList(0, granted)) {
            free.acquire();
            try {
                errands.execute(() -> {
                    try {
                        errand(id, false);
                    } finally {
                        free.release();
                    }
                });
            } catch (RuntimeException stopping) {
                free.release();
                throw stopping;
            }
        }
        return granted < due.size() ? RATE_PAUSE_MILLIS : 0;
    }

    /** One delivery finds out whether the provider is there again. */
    private long probe() {
        List<String> due = deliveries.due(channel, 1);
        var answer = due.isEmpty() ? null : errand(due.getFirst(), true);
        if (answer == null) {
            circuits.untried(channel);
            return due.isEmpty() ? PAUSE_MILLIS : 0;
        }
        return 0;
    }

    /** A fault leaves the delivery to the end of its lease. */
    private @Nullable Answer errand(String id, boolean probe) {
        try {
            var answer = deliveries.claim(id).map(courier::deliver).orElse(null);
            switch (answer) {
                case null -> { }
                case Answer.Away away when away.provider() -> circuits.failed(channel, away.code(), probe, positive(away.pause()));
                case Answer.Taken _, Answer.Refused _, Answer.Away _ -> circuits.worked(channel, probe);
            }
            return answer;
        } catch (RuntimeException fault) {
            LOG.warn("Delivery {} was not brought to its end; it is tried again", id, fault);
            return null;
        }
    }

    private static @Nullable Duration positive(@Nullable Duration pause) {
        return pause == null || pause.isZero() ? null : pause;
    }
}
