package vn.dondoc.acceptance.bench;

import java.util.List;

/** Of what was measured, the value that so large a part does not exceed. */
final class Percentile {

    private Percentile() {}

    static double of(List<Double> values, double part) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * part) - 1));
    }
}
