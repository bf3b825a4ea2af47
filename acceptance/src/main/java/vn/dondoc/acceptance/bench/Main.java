package vn.dondoc.acceptance.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs benchmarks: {@code NAME... [--size S] [--page FILE]}. Figures go to stdout, one JSON object a line, everything else to stderr. Ends
 * with 0 also when a goal was missed, with 1 on faults, with 2 for wrong use.
 */
public final class Main {

    private Main() {}

    /** Started by {@code deploy/local/bench}, which has checked the arguments. */
    public static void main(String[] arguments) {
        var figures = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // Libraries log to stdout; that is for figures only
        System.setOut(System.err);
        System.exit(run(arguments, figures, System.err));
    }

    static int run(String[] arguments, PrintStream figures, PrintStream progress) {
        List<Benchmark> benchmarks;
        Size size;
        Optional<Path> page;
        try {
            size = Size.parse(option(arguments, "--size").orElse("medium"));
            page = option(arguments, "--page").map(Path::of);
            benchmarks = Benchmarks.named(names(arguments));
        } catch (IllegalArgumentException wrong) {
            progress.println("bench: " + wrong.getMessage());
            return 2;
        }
        try {
            measure(new Run(size, figures, progress), benchmarks, page);
            return 0;
        } catch (Exception fault) {
            progress.println("bench: a fault ended the run");
            fault.printStackTrace(progress);
            return 1;
        }
    }

    private static Optional<String> option(String[] arguments, String name) {
        var at = List.of(arguments).indexOf(name);
        return at < 0 || at + 1 == arguments.length ? Optional.empty() : Optional.of(arguments[at + 1]);
    }

    /** Names come first, options behind them. */
    private static List<String> names(String[] arguments) {
        return Stream.of(arguments).takeWhile(one -> !one.startsWith("--")).toList();
    }

    private static void measure(Run run, List<Benchmark> benchmarks, Optional<Path> page) throws Exception {
        var machine = Machine.now();
        if (benchmarks.size() > 1) {
            Apart.measure(run, benchmarks, Double.toString(run.size().factor()));
        } else {
            run.say("%s", benchmarks.getFirst().name());
            benchmarks.getFirst().run(run);
        }
        if (page.isPresent()) {
            Files.writeString(page.get(), new Page(machine, run, benchmarks).text());
        }
    }
}
