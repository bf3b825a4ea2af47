package vn.dondoc.plan.amendment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/** Compares the rows of one kind, the gravest changes first and each kind in the order of the document. */
final class Comparing<B, A> {

    private final Function<B, String> idOf;
    private final Function<A, String> rowOf;
    private final ToDoubleBiFunction<B, A> likeness;
    private final BiFunction<B, A, List<String>> differences;

    /** @param differences names of the fields that differ */
    Comparing(
            Function<B, String> idOf, Function<A, String> rowOf, ToDoubleBiFunction<B, A> likeness,
            BiFunction<B, A, List<String>> differences) {
        this.idOf = idOf;
        this.rowOf = rowOf;
        this.likeness = likeness;
        this.differences = differences;
    }

    List<Change<B, A>> changes(Scope scope, List<B> before, List<A> after) {
        var pairs = scope == Scope.ANNEX ? java.util.Map.<Integer, Integer>of() : Pairing.of(before, after, likeness);
        var changes = new ArrayList<Change<B, A>>();
        for (int b = 0; b < before.size(); b++) {
            var row = before.get(b);
            var paired = pairs.get(b);
            if (paired != null) {
                var other = after.get(paired);
                var fields = differences.apply(row, other);
                changes.add(new Change<>(rowOf.apply(other), kind(fields), fields, row, other));
            } else if (scope != Scope.ANNEX) {
                var kind = scope == Scope.WHOLE ? ChangeKind.REMOVED : ChangeKind.UNMENTIONED;
                changes.add(new Change<>(idOf.apply(row), kind, List.of(), row, null));
            }
        }
        var paired = new HashSet<>(pairs.values());
        for (int a = 0; a < after.size(); a++) {
            if (!paired.contains(a)) {
                changes.add(new Change<>(rowOf.apply(after.get(a)), ChangeKind.ADDED, List.of(), null, after.get(a)));
            }
        }
        changes.sort(Comparator.comparing(Change::kind));
        return List.copyOf(changes);
    }

    private static ChangeKind kind(List<String> fields) {
        var telling = fields.stream().filter(field -> !field.equals(Differences.ORDINAL)).toList();
        if (telling.isEmpty()) {
            return ChangeKind.UNCHANGED;
        }
        return telling.equals(List.of(Differences.DUE)) ? ChangeKind.DEADLINE_MOVED : ChangeKind.CHANGED;
    }
}
