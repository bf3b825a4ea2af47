package vn.dondoc.platform.sweep;

import java.util.Random;

/**
 * Where a sweep begins in what is due. Alone it takes the oldest. Where it loses writes to another sweeper, the two would read, decide and
 * lose the same batch for ever: each then begins at a random one of the first batches, over more of them with every loss and over fewer
 * with every batch that was its own, so that the order stays nearly that of age.
 */
final class Spread {

    private static final int WIDEST = 16;
    /** Some commands that come in between are no other sweeper. */
    private static final int PART = 10;

    private final Random random;
    private int batches = 1;

    Spread(Random random) {
        this.random = random;
    }

    /** How many batches to leave to others. */
    synchronized int next() {
        return batches == 1 ? 0 : random.nextInt(batches);
    }

    /** What was decided on, and how much of it somebody else had changed meanwhile. */
    synchronized void wrote(int decided, int lost) {
        batches = lost * PART > decided ? Math.min(WIDEST, batches * 2 + 2) : Math.max(1, batches - 1);
    }

    /** Less is due than batches are spread over. */
    synchronized void end() {
        batches = 1;
    }
}
