package vn.dondoc.reading.ocr;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the recognising program is and what it may cost.
 *
 * @param program null where none was found
 * @param time for all pages of one document, 14 s by default, below the 20 s that a reading may take in plan-service
 *     ({@code dondoc.ocr.seconds})
 * @param megabytes address space of the program, 1024 by default ({@code dondoc.ocr.megabytes})
 */
public record OcrSettings(@Nullable Path program, Duration time, int megabytes) {

    private static final String NAME = "tesseract";
    /** Looked through after PATH, which a reading process without an environment does not have. */
    private static final String USUAL_FOLDERS = String.join(File.pathSeparator, "/usr/local/bin", "/usr/bin", "/bin", "/opt/homebrew/bin");

    /** From the system properties {@code dondoc.tesseract}, {@code dondoc.ocr.seconds}, {@code dondoc.ocr.megabytes} and PATH. */
    public static OcrSettings ofSystem() {
        return new OcrSettings(program(System.getProperty("dondoc.tesseract")), Duration.ofSeconds(Long.getLong("dondoc.ocr.seconds", 14)),
                Integer.getInteger("dondoc.ocr.megabytes", 1024));
    }

    /** A path that is named must be the program itself; without one it is looked up. */
    private static @Nullable Path program(@Nullable String named) {
        if (named != null && !named.isBlank()) {
            Path path = Path.of(named);
            return Files.isExecutable(path) ? path : null;
        }
        String path = System.getenv("PATH");
        for (String folder : ((path == null ? "" : path + File.pathSeparator) + USUAL_FOLDERS).split(File.pathSeparator)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, NAME);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
