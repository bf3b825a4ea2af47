package vn.dondoc.platform.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values by something they have in common, always in the order of their ids. */
final class Groups<T> {

    private final Map<String, List<T>> groups = new ConcurrentHashMap<>();
    private final Map<String, TreeMap<String, T>> sorted = new ConcurrentHashMap<>();

    List<T> of(String group) {
        return groups.getOrDefault(group, List.of());
    }

    synchronized void move(@Nullable T before, @Nullable T after, Function<T, String> group, Function<T, String> id) {
        if (before != null) {
            change(group.apply(before), members -> members.remove(id.apply(before)));
        }
        if (after != null) {
            change(group.apply(after), members -> members.put(id.apply(after), after));
        }
    }

    private void change(String group, Consumer<TreeMap<String, T>> change) {
        var members = sorted.computeIfAbsent(group, _ -> new TreeMap<>());
        change.accept(members);
        groups.put(group, List.copyOf(members.values()));
    }
}
