package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import vn.dondoc.reading.SourceFile;

/** Reads a file in processes with less and less heap, started as plan-service starts its own. */
final class SmallestHeap {

    private static final int[] MEGABYTES = {24, 32, 48, 64, 96, 128, 192, 256};

    private SmallestHeap() {}

    /** The first in which the file is read; twice the last where it is in none. */
    static double of(SourceFile file, Run run) throws IOException, InterruptedException {
        for (var megabytes : IntStream.of(MEGABYTES).boxed().toList()) {
            run.say("%s in a heap of %d MB", file.name(), megabytes);
            if (isRead(file, megabytes)) {
                return megabytes;
            }
        }
        return 2.0 * MEGABYTES[MEGABYTES.length - 1];
    }

    private static boolean isRead(SourceFile file, int megabytes) throws IOException, InterruptedException {
        var command = List.of(
                System.getProperty("java.home") + "/bin/java", "-Xmx" + megabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"), "vn.dondoc.reading.Main", "--stdin", file.name());
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = process.getOutputStream()) {
            in.write(file.bytes());
        } catch (IOException ended) {
            return false;
        }
        return process.waitFor() == 0;
    }
}
