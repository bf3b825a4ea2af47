package vn.dondoc.reading.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;

/**
 * Measures reading on one core: documents a second of the files given against the extraction of their text alone in
 * the same run, and a document of 500 rows read warm. Prints a JSON line for each figure:
 * {@code name, value, unit, ceiling, ratio, goal, met}.
 */
public final class ReadingBench {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final int ROWS = 500;
    private static final int WARM_UP = 12;
    private static final long SHORTEST_RUN = 2_000_000_000L;
    private static final long BYTES_OF_MEGABYTE = 1024L * 1024;

    private final PlanReader reader = new PlanReader();
    private final PrintStream out;

    ReadingBench(PrintStream out) {
        this.out = out;
    }

    /** The files to read; without any only the large document is measured. */
    public static void main(String[] files) throws IOException {
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        List<SourceFile> sources = new ArrayList<>();
        for (String file : files) {
            sources.add(new SourceFile(Path.of(file).getFileName().toString(), Files.readAllBytes(Path.of(file))));
        }
        boolean met = new ReadingBench(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(sources);
        System.exit(met ? 0 : 1);
    }

    /** Whether every goal was met. */
    boolean run(List<SourceFile> files) {
        boolean met = files.isEmpty() || throughput(files);
        met &= largeDocument();
        double megabytes = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> peak(pool)).sum() / (double) BYTES_OF_MEGABYTE;
        print("reading.peak_memory", megabytes, "MB", 256, megabytes / 256, "<= 256 MB", megabytes <= 256);
        return met & megabytes <= 256;
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage() == null ? 0 : pool.getPeakUsage().getUsed();
    }

    private boolean throughput(List<SourceFile> files) {
        for (int i = 0; i < WARM_UP; i++) {
            files.forEach(this::read);
            files.forEach(PlanReader::textOf);
        }
        double extracting = perSecond(files, file -> PlanReader.textOf(file));
        double reading = perSecond(files, this::read);
        double ratio = reading / extracting;
        print("reading.documents_per_second_per_core", reading, "1/s", extracting, ratio, "ratio >= 0.5", ratio >= 0.5);
        return ratio >= 0.5;
    }

    private interface Step {
        void on(SourceFile file);
    }

    /** By the time of the processor, so that other programs on the machine do not count. */
    private static double perSecond(List<SourceFile> files, Step step) {
        long started = PROCESSOR.getCurrentThreadCpuTime();
        int read = 0;
        long spent = 0;
        while (spent < SHORTEST_RUN) {
            files.forEach(step::on);
            read += files.size();
            spent = PROCESSOR.getCurrentThreadCpuTime() - started;
        }
        return read * 1e9 / spent;
    }

    private boolean largeDocument() {
        SourceFile large = new SourceFile("large.md", LargePlan.text(ROWS).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < WARM_UP; i++) {
            read(large);
        }
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long started = System.nanoTime();
            read(large);
            best = Math.min(best, (System.nanoTime() - started) / 1e9);
        }
        print("reading.500_rows_warm", best, "s", 1, best, "< 1 s", best < 1);
        return best < 1;
    }

    private void read(SourceFile file) {
        if (reader.read(file) instanceof ReadingResult.Unreadable unreadable) {
            throw new IllegalArgumentException(file.name() + ": " + unreadable.code());
        }
    }

    private void print(String name, double value, String unit, double ceiling, double ratio, String goal, boolean met) {
        out.printf(Locale.ROOT, "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"ceiling\":%.3f,\"ratio\":%.3f,\"goal\":\"%s\",\"met\":%b}%n",
                name, value, unit, ceiling, ratio, goal, met);
    }
}
