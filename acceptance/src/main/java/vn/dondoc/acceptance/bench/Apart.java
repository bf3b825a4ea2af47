package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measurements one after the other, each in a JVM with a database and a broker of its own, so that what one leaves behind weighs on none that follows. */
final class Apart {

    private static final int ENDING_SECONDS = 60;

    private Apart() {}

    /** @param size as {@link Size#parse} takes it */
    static void measure(Run run, List<Benchmark> benchmarks, String size) throws IOException, InterruptedException {
        for (var benchmark : benchmarks) {
            measure(run, benchmark.name(), size);
        }
    }

    private static void measure(Run run, String name, String size) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), name, "--size", size));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var atExit = Thread.ofPlatform().unstarted(() -> end(process));
        Runtime.getRuntime().addShutdownHook(atExit);
        try (var figures = process.inputReader(StandardCharsets.UTF_8)) {
            figures.lines().forEach(line -> take(run, line));
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Measuring " + name + " ended with " + process.exitValue());
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** A JVM says there too what it warns of. */
    private static void take(Run run, String line) {
        if (line.startsWith("{")) {
            run.found(Figure.read(line));
        } else {
            run.say("%s", line);
        }
    }

    /** In order: it ends what it has started. */
    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
