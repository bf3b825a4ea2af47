package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server process with a folder of its own, ended and wiped with the JVM that started it. */
final class Part {

    private final List<String> command;
    private final Path folder;
    private Process process;

    private Part(List<String> command, Path folder, Process process) {
        this.command = command;
        this.folder = folder;
        this.process = process;
    }

    static Part start(List<String> command, Path folder) {
        var part = new Part(command, folder, launch(command, folder));
        Runtime.getRuntime().addShutdownHook(new Thread(part::end));
        return part;
    }

    static Path newFolder(String name) {
        try {
            return Files.createTempDirectory("dondoc-" + name + "-");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Process launch(List<String> command, Path folder) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()))
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGKILL, and waits until it is gone. */
    void kill() {
        try {
            process.destroyForcibly();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Process " + pid() + " did not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Any signal by its name, such as STOP. */
    void signal(String name) {
        try {
            if (new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor() != 0) {
                throw new IllegalStateException("Process " + pid() + " took no " + name);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void again() {
        process = launch(command, folder);
    }

    String log() {
        try {
            return Files.readString(folder.resolve("log.txt"));
        } catch (IOException gone) {
            return "";
        }
    }

    private void end() {
        kill();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            System.err.println("Left behind: " + folder);
        }
    }
}
