package vn.dondoc.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installation of its own, made by the commands in {@code deploy/local} with their data in a temporary folder. */
final class LocalInstallation implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("dondoc.root", "..")).toAbsolutePath().normalize();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LIMIT_MINUTES = 10;

    private final Path data;
    private final boolean ours;

    /** In a new folder, or in the one the system property {@code dondoc.data} names, which is left as it is in the end. */
    LocalInstallation() {
        var given = System.getProperty("dondoc.data", "");
        ours = given.isBlank();
        try {
            data = ours ? Files.createTempDirectory("dondoc-up-") : Path.of(given);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a command printed on its standard output and error, and how it ended. */
    record Ended(int status, String output) {

        Ended orFail() {
            if (status != 0) {
                throw new AssertionError("The command ended with " + status + ": " + output);
            }
            return this;
        }
    }

    Ended run(String command, String... arguments) {
        var line = new ArrayList<String>();
        line.add(ROOT.resolve("deploy/local").resolve(command).toString());
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("DONDOC_DATA", data.toString());
        try {
            var output = Files.createTempFile("dondoc-command", ".txt");
            var process = builder.redirectOutput(output.toFile()).start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end: " + Files.readString(output));
            }
            var printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Ended(process.exitValue(), printed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The answer of {@code status --json}. */
    JsonNode status() {
        return json("status", "--json");
    }

    /** What a command prints as JSON. */
    JsonNode json(String command, String... arguments) {
        return JSON.readTree(run(command, arguments).output());
    }

    /** As if those folders of the data had been on a disk that broke. */
    void lose(String... folders) {
        for (var folder : folders) {
            remove(data.resolve(folder));
        }
    }

    Path data() {
        return data;
    }

    /** A file below the data folder. */
    String read(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        if (!ours) {
            return;
        }
        run("down");
        remove(data);
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
