package vn.dondoc.reporting.recount;

import com.mongodb.client.ClientSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.facts.StoredFact;
import vn.dondoc.reporting.model.Model;

/**
 * Compares the facts of one moment with sources that are read after it: what is newer than its source then is wrong, what is older may
 * still arrive. Both are read in the order of their ids, so nothing but the facts that lag is held in memory.
 */
final class FactCheck {

    /** As many facts as are looked at again together. */
    private static final int TOGETHER = 2_000;
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final Facts facts;
    private final Model model;
    private final Duration patience;
    private final Findings findings;
    private final List<Source.Expected> late = new ArrayList<>();
    private long newestRead;

    FactCheck(Facts facts, Model model, Duration patience, Findings findings) {
        this.facts = facts;
        this.model = model;
        this.patience = patience;
        this.findings = findings;
    }

    /**
     * All facts of a source.
     *
     * @return how many states the source has
     */
    long compare(ClientSession moment, Source source) throws InterruptedException {
        var count = 0L;
        try (var stored = new Ordered<>(facts.byId(moment, model, source.prefix()), StoredFact::id)) {
            @Nullable String after = null;
            do {
                var some = source.behind(after);
                newestRead = System.nanoTime();
                some.facts().forEach(expected -> compare(expected, stored));
                count += some.facts().size();
                after = some.next();
                if (late.size() >= TOGETHER) {
                    settle();
                }
            } while (after != null);
            while (stored.key() != null) {
                extra(stored.take());
            }
        }
        settle();
        return count;
    }

    private void compare(Source.Expected expected, Ordered<StoredFact> stored) {
        while (stored.key() != null && stored.key().compareTo(expected.id()) < 0) {
            extra(stored.take());
        }
        var there = expected.id().equals(stored.key()) ? stored.take() : null;
        if (expected.fact() == null) {
            return;
        }
        if (there == null || there.sequence() < expected.order()) {
            late.add(expected);
        } else if (there.sequence() > expected.order()) {
            findings.fact("newer", expected.id(), expected.fact(), there);
        } else if (!there.equals(expected.fact())) {
            findings.fact("different", expected.id(), expected.fact(), there);
        }
    }

    private void extra(StoredFact fact) {
        findings.fact("extra", fact.id(), null, fact);
    }

    /** Looks at what was late until it is there or its time is over; where much is wrong anyway, nothing is waited for. */
    private void settle() throws InterruptedException {
        while (!late.isEmpty()) {
            var over = System.nanoTime() - newestRead >= patience.toNanos() || findings.overflowing();
            var known = facts.known(model, late.stream().map(Source.Expected::id).toList());
            late.removeIf(expected -> arrived(expected, known.get(expected.id())));
            if (over) {
                late.forEach(expected -> gone(expected, known.get(expected.id())));
                late.clear();
            } else if (!late.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }

    /** What went on since then is as new as it ought to be, and more. */
    private boolean arrived(Source.Expected expected, @Nullable StoredFact there) {
        if (there == null || there.sequence() < expected.order()) {
            return false;
        }
        if (there.sequence() == expected.order() && !there.equals(expected.fact())) {
            findings.fact("different", expected.id(), expected.fact(), there);
        }
        return true;
    }

    private void gone(Source.Expected expected, @Nullable StoredFact there) {
        findings.fact(there == null ? "missing" : "older", expected.id(), expected.fact(), there);
    }
}
