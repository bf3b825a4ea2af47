package vn.dondoc.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.notification.channel.Answer;
import vn.dondoc.notification.channel.Circuits;
import vn.dondoc.notification.channel.Rates;
import vn.dondoc.notification.rule.Channel;

/** Hands out the deliveries of one channel to a bounded number of couriers, as many instances as there are doing the same. Some are claimed and looked at together, as few as go within a moment. */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long RATE_PAUSE_MILLIS = 100;
    /** One hands out while the other one gets ready what comes next. */
    static final int CLERKS = 2;
    private static final int MOST = 64;
    /** What is critical, or taken back, need not wait for more than goes in this time; it is as long as what was looked at holds. */
    private static final long OLD_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long QUICK_NANOS = Duration.ofMillis(150).toNanos();
    private static final long SLOW_NANOS = Duration.ofMillis(400).toNanos();

    private final Channel channel;
    private final Deliveries deliveries;
    private final Courier courier;
    private final Settling settling;
    private final Circuits circuits;
    private final Rates rates;
    private final Semaphore free;
    private final ReentrantLock claiming = new ReentrantLock();
    private final AtomicInteger atOnce;

    Desk(Channel channel, Deliveries deliveries, Courier courier, Settling settling, Circuits circuits, Rates rates, int workers) {
        this.channel = channel;
        this.deliveries = deliveries;
        this.courier = courier;
        this.settling = settling;
        this.circuits = circuits;
        this.rates = rates;
        this.free = new Semaphore(workers, true);
        this.atOnce = new AtomicInteger(Math.min(workers, MOST));
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
        var wanted = atOnce.get();
        List<Claimed> claims;
        int due;
        int granted;
        claiming.lockInterruptibly();
        try {
            var ids = deliveries.due(channel, wanted);
            due = ids.size();
            granted = ids.isEmpty() ? 0 : rates.take(channel, due);
            claims = deliveries.claim(ids.subList(0, granted));
        } finally {
            claiming.unlock();
        }
        if (due == 0) {
            return PAUSE_MILLIS;
        }
        handOut(claims, errands);
        return granted < due ? RATE_PAUSE_MILLIS : 0;
    }

    /** Those of them that can be begun soon; the others are given back. */
    private void handOut(List<Claimed> claims, ExecutorService errands) throws InterruptedException {
        if (claims.isEmpty()) {
            return;
        }
        var insight = lookedAt(claims);
        var batch = new Batch(System.nanoTime());
        var begun = 0;
        try {
            while (begun < claims.size() && batch.goesOn(free)) {
                var claimed = claims.get(begun);
                batch.under.register();
                begin(claimed, insight, batch, errands);
                begun++;
            }
        } finally {
            deliveries.giveBack(claims.subList(begun, claims.size()));
        }
        batch.under.awaitAdvanceInterruptibly(batch.under.arrive());
        learn(begun == claims.size(), claims.size(), System.nanoTime() - batch.since);
        if (!batch.ended.isEmpty()) {
            settling.settle(List.copyOf(batch.ended));
        }
    }

    /** One that cannot be read keeps none of the others from being sent: each is looked at by itself then. */
    private @Nullable Insight lookedAt(List<Claimed> claims) {
        try {
            return courier.look(claims);
        } catch (RuntimeException unreadable) {
            LOG.warn("{} deliveries cannot be looked at together: {}", claims.size(), unreadable.getMessage());
            return null;
        }
    }

    private void begin(Claimed claimed, @Nullable Insight insight, Batch batch, ExecutorService errands) {
        try {
            errands.execute(() -> errand(claimed, insight, batch));
        } catch (RuntimeException stopping) {
            free.release();
            batch.under.arriveAndDeregister();
            throw stopping;
        }
    }

    /** Many at once where they go quickly, one by one where each takes its time. */
    private void learn(boolean all, int size, long nanos) {
        if (!all || nanos > SLOW_NANOS) {
            atOnce.updateAndGet(now -> Math.max(1, Math.min(now, size) / 2));
        } else if (nanos < QUICK_NANOS) {
            atOnce.updateAndGet(now -> size < now ? now : Math.min(MOST, now * 2));
        }
    }

    /** What was claimed and looked at together. */
    private static final class Batch {
        private final long since;
        private final Phaser under = new Phaser(1);
        private final Queue<Delivery> ended = new ConcurrentLinkedQueue<>();
        private volatile boolean away;

        private Batch(long since) {
            this.since = since;
        }

        /** Waits for somebody who is free; false where that takes too long, or the provider is away. */
        private boolean goesOn(Semaphore free) throws InterruptedException {
            var left = OLD_NANOS - (System.nanoTime() - since);
            if (away || left <= 0 || !free.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return false;
            }
            if (away) {
                free.release();
            }
            return !away;
        }
    }

    /** One delivery finds out whether the provider is there again. */
    private long probe() {
        var due = deliveries.due(channel, 1);
        var answer = due.isEmpty() ? null : probed(due);
        if (answer == null) {
            circuits.untried(channel);
            return due.isEmpty() ? PAUSE_MILLIS : 0;
        }
        return 0;
    }

    private @Nullable Answer probed(List<String> due) {
        try {
            var answer = deliveries.claim(due).stream().findFirst().map(courier::deliver).orElse(null);
            tell(answer, true);
            return answer;
        } catch (RuntimeException fault) {
            LOG.warn("Delivery {} was not brought to its end; it is tried again", due.getFirst(), fault);
            return null;
        }
    }

    /** A fault leaves the delivery to the end of its lease. Whoever has an answer is free before that is noted. */
    private void errand(Claimed claimed, @Nullable Insight insight, Batch batch) {
        try {
            var outcome = attempted(claimed, insight, batch);
            courier.note(outcome).ifPresent(batch.ended::add);
            tell(outcome.answer(), false);
        } catch (RuntimeException fault) {
            LOG.warn("Delivery {} was not brought to its end; it is tried again", claimed.id(), fault);
        } finally {
            batch.under.arriveAndDeregister();
        }
    }

    private Outcome attempted(Claimed claimed, @Nullable Insight insight, Batch batch) {
        try {
            var outcome = courier.attempt(claimed, insight == null ? courier.look(List.of(claimed)) : insight);
            if (outcome.answer() instanceof Answer.Away away && away.provider()) {
                batch.away = true;
            }
            return outcome;
        } finally {
            free.release();
        }
    }

    private void tell(@Nullable Answer answer, boolean probe) {
        switch (answer) {
            case null -> { }
            case Answer.Away away when away.provider() -> circuits.failed(channel, away.code(), probe, positive(away.pause()));
            case Answer.Taken _, Answer.Refused _, Answer.Away _ -> circuits.worked(channel, probe);
        }
    }

    private static @Nullable Duration positive(@Nullable Duration pause) {
        return pause == null || pause.isZero() ? null : pause;
    }
}
