package vn.dondoc.reading.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;

/**
 * The tesseract program with Vietnamese, page by page in a process of its own: the image goes in and the words come out
 * through pipes, so nothing is written to disk. Time and memory are limited by us and, should we be stopped meanwhile, by the system.
 */
public final class Tesseract implements Recogniser {

    private static final String LANGUAGE = "vie";
    private static final int MOST_OUTPUT = 8 * 1024 * 1024;
    private static final int LONGEST_PAGE_SECONDS = 60;

    private final OcrSettings settings;
    private Duration left;
    private @Nullable Boolean knowsVietnamese;

    /** For one document: the time of the settings is for all its pages. */
    public Tesseract(OcrSettings settings) {
        this.settings = settings;
        this.left = settings.time();
    }

    @Override
    public List<Word> words(BufferedImage page, int dpi) {
        Path program = settings.program();
        if (program == null) {
            throw new UnreadableException(UnreadableCode.OCR_UNAVAILABLE, "the program tesseract is not installed");
        }
        if (!knowsVietnamese(program)) {
            throw new UnreadableException(UnreadableCode.OCR_UNAVAILABLE, "tesseract has no data for the language " + LANGUAGE);
        }
        String table = run(List.of(program.toString(), "stdin", "stdout", "-l", LANGUAGE, "--dpi", String.valueOf(dpi), "tsv"), PortableGraymap.of(page));
        return TsvWords.in(table);
    }

    private boolean knowsVietnamese(Path program) {
        if (knowsVietnamese == null) {
            knowsVietnamese = run(List.of(program.toString(), "--list-langs"), new byte[0]).lines().anyMatch(line -> line.strip().equals(LANGUAGE));
        }
        return knowsVietnamese;
    }

    private String run(List<String> command, byte[] input) {
        long started = System.nanoTime();
        Duration limit = left.compareTo(Duration.ofSeconds(LONGEST_PAGE_SECONDS)) < 0 ? left : Duration.ofSeconds(LONGEST_PAGE_SECONDS);
        if (limit.isNegative() || limit.isZero()) {
            throw new UnreadableException(UnreadableCode.TIMEOUT, "the time for recognising text is used up");
        }
        try {
            Process process = new ProcessBuilder(limited(command)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try {
                return output(process, input, limit);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException broken) {
            throw new UnreadableException(UnreadableCode.OCR_UNAVAILABLE, "tesseract cannot be run: " + broken.getMessage());
        } finally {
            left = left.minusNanos(System.nanoTime() - started);
        }
    }

    /** The shell sets limits of processor time and memory that hold even after us. */
    private List<String> limited(List<String> command) {
        List<String> whole = new ArrayList<>(List.of("/bin/sh", "-c",
                "ulimit -t " + 2 * LONGEST_PAGE_SECONDS + " 2>/dev/null; ulimit -v " + settings.megabytes() * 1024L + " 2>/dev/null; OMP_THREAD_LIMIT=1 exec \"$@\"", "sh"));
        whole.addAll(command);
        return whole;
    }

    private static String output(Process process, byte[] input, Duration limit) throws IOException {
        Thread feeding = Thread.ofVirtual().start(() -> feed(process, input));
        Thread watching = Thread.ofVirtual().start(() -> stopAfter(process, limit));
        try (InputStream out = process.getInputStream()) {
            byte[] read = out.readNBytes(MOST_OUTPUT);
            boolean ended = process.waitFor(1, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0 || read.length == MOST_OUTPUT) {
                boolean killed = ended && process.exitValue() > 128;
                throw new UnreadableException(killed ? UnreadableCode.TIMEOUT : UnreadableCode.FILE_CORRUPT, "tesseract ended with " + (ended ? process.exitValue() : "nothing"));
            }
            return new String(read, StandardCharsets.UTF_8);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnreadableException(UnreadableCode.TIMEOUT, "interrupted");
        } finally {
            feeding.interrupt();
            watching.interrupt();
        }
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException closed) {
            // It ended before it took the whole image; its exit value tells why
        }
    }

    private static void stopAfter(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
