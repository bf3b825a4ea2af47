package vn.dondoc.plan.amendment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Finds which row of a plan a row of a document is: those most alike first, each row once, whatever its place. */
final class Pairing {

    private Pairing() {}

    /**
     * Positions of the rows after by the positions of the rows before.
     *
     * @param likeness 0 where two rows are not the same row; more the more they are alike
     */
    static <B, A> Map<Integer, Integer> of(List<B> before, List<A> after, ToDoubleBiFunction<B, A> likeness) {
        var candidates = new ArrayList<Candidate>();
        for (int b = 0; b < before.size(); b++) {
            for (int a = 0; a < after.size(); a++) {
                var value = likeness.applyAsDouble(before.get(b), after.get(a));
                if (value > 0) {
                    candidates.add(new Candidate(b, a, value));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed().thenComparing(Candidate::distance)
                .thenComparing(Candidate::before).thenComparing(Candidate::after));
        var pairs = new HashMap<Integer, Integer>();
        var taken = new boolean[after.size()];
        for (var candidate : candidates) {
            if (!taken[candidate.after()] && pairs.putIfAbsent(candidate.before(), candidate.after()) == null) {
                taken[candidate.after()] = true;
            }
        }
        return pairs;
    }

    private record Candidate(int before, int after, double likeness) {

        int distance() {
            return Math.abs(before - after);
        }
    }
}
