package vn.dondoc.platform.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;

/** All checks of a service, side by side, each with its time: one that hangs or fails hides no other. */
final class SelfChecks {

    /** Of a call to a broker. Longer nobody waits for a page. */
    static final int SECONDS = 8;

    static final String FAILED = "CHECK_FAILED";

    private static final Logger LOG = LoggerFactory.getLogger(SelfChecks.class);
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity).thenComparing(Finding::code);

    private final List<SelfCheck> checks;
    private final Duration limit;

    /** @param limit how long all of them may take */
    SelfChecks(List<SelfCheck> checks, Duration limit) {
        this.checks = List.copyOf(checks);
        this.limit = limit;
    }

    /** The worst first. */
    List<Finding> look(Set<UnitId> provinces) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var asked = checks.stream().map(check -> executor.submit(() -> check.look(provinces))).toList();
            var until = System.nanoTime() + limit.toNanos();
            var found = new ArrayList<Finding>();
            for (int i = 0; i < checks.size(); i++) {
                found.addAll(answer(checks.get(i), asked.get(i), until));
            }
            found.sort(WORST_FIRST);
            return found;
        } finally {
            executor.shutdownNow();
        }
    }

    private List<Finding> answer(SelfCheck check, Future<List<Finding>> asked, long until) {
        try {
            return asked.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            LOG.warn("The check {} failed", check.name(), failed.getCause());
        } catch (TimeoutException late) {
            LOG.warn("The check {} did not end in {}", check.name(), limit, late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return List.of(new Finding(FAILED, Severity.WARNING, 1, List.of(check.name()), null));
    }
}
