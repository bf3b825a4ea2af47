package vn.dondoc.reporting.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.CommuneChanged;

/**
 * One open dashboard: what it may see, and what changed since it was last told. A commune that changes again before is told of once,
 * so a slow reader costs one entry for each commune.
 */
final class Listener {

    private final Set<UnitId> provinces;
    private final Set<UnitId> communes;
    private final Map<UnitId, Instant> changed = new LinkedHashMap<>();
    private boolean closed;

    Listener(Set<UnitId> provinces, Set<UnitId> communes) {
        this.provinces = Set.copyOf(provinces);
        this.communes = Set.copyOf(communes);
    }

    /** Whether it was opened for exactly that. */
    boolean sees(Set<UnitId> ofProvinces, Set<UnitId> ofCommunes) {
        return provinces.equals(ofProvinces) && communes.equals(ofCommunes);
    }

    synchronized void tell(CommuneChanged change) {
        if (provinces.contains(change.province()) || communes.contains(change.commune())) {
            changed.merge(change.commune(), change.asOf(), (a, b) -> a.isAfter(b) ? a : b);
            notifyAll();
        }
    }

    /** Waits for something to tell; empty after that time, or when there will be nothing any more. */
    synchronized Map<UnitId, Instant> await(long millis) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        var left = millis;
        while (changed.isEmpty() && !closed && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        var taken = new LinkedHashMap<>(changed);
        changed.clear();
        return taken;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
