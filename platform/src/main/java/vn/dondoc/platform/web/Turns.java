package vn.dondoc.platform.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Who is worked for now: so many at once, and behind them a row that is served in order, is not long and does not wait long. */
final class Turns {

    /** A row that is longer would not get through within its time anyway. */
    private static final int WAITING_FOR_EACH = 8;

    private final Semaphore free;
    private final long patience;
    private final int mayWait;

    Turns(CallSettings settings) {
        free = new Semaphore(settings.atOnce(), true);
        patience = settings.patience().toNanos();
        mayWait = settings.atOnce() * WAITING_FOR_EACH;
    }

    /** Whether it is somebody's turn, who then has to {@link #leave}; waits a little where everybody is at work. */
    boolean come() throws InterruptedException {
        return free.getQueueLength() < mayWait && free.tryAcquire(patience, TimeUnit.NANOSECONDS);
    }

    void leave() {
        free.release();
    }

    int waiting() {
        return free.getQueueLength();
    }
}
