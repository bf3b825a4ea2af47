package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.reading.PlanReader;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingResult;
import vn.dondoc.reading.SourceFile;

/** How fast documents are read on one core, beside the bare libraries taking the text out of the same files. */
final class ParseBenchmark implements Benchmark {

    private static final Duration WARM = Duration.ofSeconds(4);
    private static final Duration ROUND = Duration.ofMillis(700);
    private static final int ROWS = 500;
    /** Of a plan so small that it weighs like the plans of communes do. */
    private static final int FEW_ROWS = 40;
    private static final List<String> ENDINGS = List.of("docx", "pdf", "xlsx");

    private final PlanReader reader = new PlanReader();

    private interface Step {
        void on(SourceFile file) throws IOException;
    }

    @Override
    public String name() {
        return "parse";
    }

    @Override
    public String told() {
        return "documents read a second of processor time, those of ../shared/plans where it is there and generated ones; the ceiling is the plain text"
                + " of the same files by the bare libraries (POI, PDFBox), so that a ratio of 0.5 is twice their time. Text files need no library and"
                + " are told alone. A plan of some 60 pages with " + ROWS + " rows is read warm in each form; parse-heap is the smallest heap, of a few"
                + " tried, in which a process of its own reads it.";
    }

    @Override
    public void run(Run run) throws Exception {
        rates(run);
        var large = LargePlan.of(ROWS);
        for (var file : LargePlanFiles.of(large)) {
            run.found(Figure.below("parse-500-rows-" + BareText.ending(file), warm(file, large.tasks(), run), "s", 1));
        }
        for (var file : LargePlanFiles.of(large)) {
            run.found(Figure.below("parse-heap-" + BareText.ending(file), SmallestHeap.of(file, run), "MB", 256));
        }
    }

    private void rates(Run run) throws Exception {
        var files = new ArrayList<>(LargePlanFiles.of(LargePlan.of(FEW_ROWS)));
        files.addAll(shared());
        var extracted = files.stream().filter(BareText::isExtracted).toList();
        var rounds = new Rounds(run).warm(run.size().time(WARM));
        for (var ending : ENDINGS) {
            var some = extracted.stream().filter(file -> BareText.ending(file).equals(ending)).toList();
            rounds.way(ending, () -> rate(some, this::read)).way("bare " + ending, () -> rate(some, BareText::of));
        }
        rounds.way("all", () -> rate(extracted, this::read)).way("bare all", () -> rate(extracted, BareText::of));
        rounds.way("text", () -> rate(files.stream().filter(file -> !BareText.isExtracted(file)).toList(), this::read)).measure(1);
        run.found(rounds.figure("parse", "all", "bare all", "documents/s", 0.5));
        for (var ending : ENDINGS) {
            run.found(rounds.figure("parse-" + ending, ending, "bare " + ending, "documents/s", 0.5));
        }
        run.found(Figure.told("parse-text", rounds.median("text"), "documents/s"));
    }

    private static List<SourceFile> shared() throws IOException {
        var folder = Path.of(System.getProperty("dondoc.root", "."), "..", "shared", "plans");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var files = new ArrayList<SourceFile>();
        try (var found = Files.list(folder)) {
            for (var file : found.filter(one -> one.toString().matches(".*\\.(docx?|pdf|xlsx|txt)")).sorted().toList()) {
                files.add(new SourceFile(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return files;
    }

    /** By the time of the processor: what else the machine does does not count. */
    private static double rate(List<SourceFile> files, Step step) throws IOException {
        var processor = ManagementFactory.getThreadMXBean();
        var began = processor.getCurrentThreadCpuTime();
        var read = 0;
        var spent = 0L;
        while (spent < ROUND.toNanos()) {
            for (var file : files) {
                step.on(file);
            }
            read += files.size();
            spent = processor.getCurrentThreadCpuTime() - began;
        }
        return read * 1e9 / spent;
    }

    private double warm(SourceFile file, int tasks, Run run) {
        var best = Double.MAX_VALUE;
        for (int i = 0; i < 5 + run.size().rounds(); i++) {
            var began = System.nanoTime();
            var reading = read(file);
            best = Math.min(best, (System.nanoTime() - began) / 1e9);
            var rows = reading.tasks().stream().filter(task -> task.source().table() != null).count();
            if (rows != tasks) {
                throw new IllegalStateException("%s: %d of %d rows were read".formatted(file.name(), rows, tasks));
            }
        }
        return best;
    }

    private Reading read(SourceFile file) {
        return switch (reader.read(file)) {
            case ReadingResult.Read(var reading) -> reading;
            case ReadingResult.Unreadable unreadable -> throw new IllegalStateException(file.name() + ": " + unreadable.code());
        };
    }
}
