package vn.dondoc.acceptance.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one run found, as a page of the documentation. */
record Page(Machine machine, Run run, List<Benchmark> benchmarks) {

    String text() {
        return """
                # Performance

                Written by `deploy/local/bench %s --size %s --markdown` on %s; everything is from that one run. The machine: %d cores (%s), %d GB, %s, %s;
                load before the run %.1f. Database, broker, services and clients share its cores, so ratios say more than figures: the ceiling is what the
                bare driver or producer did on the same work in the same run, in turns with ours.

                | figure | value | ceiling | ratio | goal | |
                |---|---|---|---|---|---|
                %s

                %s
                """.formatted(
                names(), Figure.rounded(run.size().factor()), machine.day(), machine.cores(), machine.processor(), machine.gigabytes(),
                machine.system(), machine.java(), machine.load(), lines(), notes());
    }

    private String names() {
        return benchmarks.size() == Benchmarks.all().size() ? "all" : benchmarks.stream().map(Benchmark::name).collect(Collectors.joining(" "));
    }

    private String lines() {
        return run.figures().stream().map(Page::line).collect(Collectors.joining("\n"));
    }

    private static String line(Figure figure) {
        var goal = figure.goal() == null ? "" : figure.ceiling() == null
                ? String.format(Locale.ROOT, "below %s %s", shown(figure.goal()), figure.unit())
                : "ratio " + shown(figure.goal());
        var met = figure.met() == null ? "" : figure.met() ? "met" : "**missed**";
        return "| %s | %s %s | %s | %s | %s | %s |".formatted(
                figure.name(), shown(figure.value()), figure.unit(), shown(figure.ceiling()), shown(figure.ratio()), goal, met);
    }

    private static String shown(@Nullable Double number) {
        var rounded = Figure.rounded(number);
        return rounded == null ? "" : rounded.toPlainString();
    }

    private String notes() {
        return benchmarks.stream().map(one -> "- *%s*: %s".formatted(one.name(), one.told())).collect(Collectors.joining("\n"));
    }
}
