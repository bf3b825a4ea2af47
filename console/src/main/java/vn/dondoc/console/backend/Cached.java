package vn.dondoc.console.backend;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers answers that hardly change for a short while; keeps the thousand used last. A failure is not remembered. */
public final class Cached<K, V> {

    private static final int MOST = 1_000;

    private final long nanos;
    private final Function<K, V> source;
    private final Map<K, Kept<V>> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > MOST;
        }
    };

    private record Kept<V>(V value, long since) {}

    public Cached(Duration life, Function<K, V> source) {
        this.nanos = life.toNanos();
        this.source = source;
    }

    public V get(K key) {
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null && System.nanoTime() - known.since() < nanos) {
                return known.value();
            }
        }
        var fresh = source.apply(key);
        synchronized (kept) {
            kept.put(key, new Kept<>(fresh, System.nanoTime()));
        }
        return fresh;
    }
}
