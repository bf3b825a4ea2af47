package vn.dondoc.plan.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.ReadingJson;

/**
 * One document read by a JVM of its own: whatever the document does to it, this one goes on. It gets no environment, a folder for
 * temporary files that is removed afterwards, little memory and little time.
 */
final class ReadingProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingProcess.class);
    private static final Executor THREADS = Thread::startVirtualThread;
    /** A plan of 500 rows is some 2 MB; what is longer would fill our own memory. */
    private static final int MOST_OUTPUT = 16 * 1024 * 1024;
    private static final int MOST_COMPLAINTS = 4 * 1024;
    /** What a JVM ends with under ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private final ReadingSettings settings;

    ReadingProcess(ReadingSettings settings) {
        this.settings = settings;
    }

    /** A reading, or the code of the reason why there is none. */
    sealed interface Answer {

        record Read(Reading reading) implements Answer {}

        record Unreadable(String code) implements Answer {}
    }

    Answer read(String fileName, byte[] content) {
        try {
            var temporary = Files.createTempDirectory("dondoc-reading");
            try {
                return read(temporary, fileName, content);
            } finally {
                FileSystemUtils.deleteRecursively(temporary);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The reader cannot be started", broken);
        }
    }

    private Answer read(Path temporary, String fileName, byte[] content) throws IOException {
        var builder = new ProcessBuilder(ReadingCommand.of(settings.memory(), temporary, fileName));
        builder.environment().clear();
        var process = builder.start();
        try {
            var output = CompletableFuture.supplyAsync(() -> upTo(MOST_OUTPUT, process.getInputStream()), THREADS);
            var complaints = CompletableFuture.supplyAsync(() -> upTo(MOST_COMPLAINTS, process.getErrorStream()), THREADS);
            THREADS.execute(() -> feed(process, content));
            if (!process.waitFor(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Reading a document took longer than {} and was stopped", settings.timeLimit());
                return new Answer.Unreadable("READING_TIMEOUT");
            }
            return answer(process.exitValue(), output.join(), complaints.join());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Unreadable("READING_TIMEOUT");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Answer answer(int status, byte[] output, byte[] complaints) {
        if (status == OUT_OF_MEMORY || output.length == MOST_OUTPUT) {
            return new Answer.Unreadable("READING_TIMEOUT");
        }
        try {
            var text = new String(output, StandardCharsets.UTF_8);
            if (status == 0) {
                return new Answer.Read(ReadingJson.read(text));
            }
            var code = EventJson.mapper().readTree(text).at("/error/code").asString("");
            if (!code.isEmpty()) {
                return new Answer.Unreadable(known(code));
            }
        } catch (JacksonException broken) {
            LOG.warn("The reader's answer cannot be read", broken);
        }
        LOG.warn("The reader ended with {}: {}", status, new String(complaints, StandardCharsets.UTF_8));
        return new Answer.Unreadable("FILE_CORRUPT");
    }

    private static String known(String code) {
        return switch (code) {
            case "TIMEOUT" -> "READING_TIMEOUT";
            case "TYPE_MISMATCH" -> "TYPE_UNKNOWN";
            default -> code;
        };
    }

    private static void feed(Process process, byte[] content) {
        try (var in = process.getOutputStream()) {
            in.write(content);
        } catch (IOException ended) {
            LOG.debug("The reader did not take the whole document", ended);
        }
    }

    /** Reads to the end, keeps the beginning. */
    private static byte[] upTo(int most, InputStream stream) {
        try (stream) {
            var kept = stream.readNBytes(most);
            stream.transferTo(OutputStream.nullOutputStream());
            return kept;
        } catch (IOException ended) {
            return new byte[0];
        }
    }
}
