package vn.dondoc.acceptance.bench;

import java.util.List;
import java.util.stream.Collectors;

/** The known measurements, in the order in which {@code all} runs them. */
final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(
            new CommandsBenchmark(),
            new RelayBenchmark(),
            new SweepBenchmark(),
            new ParseBenchmark(),
            new ProjectionBenchmark(),
            new DashboardBenchmark(),
            new DeliveriesBenchmark(),
            new RushBenchmark());

    private Benchmarks() {}

    static List<Benchmark> all() {
        return ALL;
    }

    /** Those of the given names; {@code all} means each. */
    static List<Benchmark> named(List<String> names) {
        for (var name : names) {
            if (!name.equals("all") && ALL.stream().noneMatch(one -> one.name().equals(name))) {
                throw new IllegalArgumentException("No benchmark is called " + name + "; there are: all, " + known());
            }
        }
        return names.contains("all") ? ALL : ALL.stream().filter(one -> names.contains(one.name())).toList();
    }

    private static String known() {
        return ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }
}
