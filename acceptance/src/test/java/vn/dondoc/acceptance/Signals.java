package vn.dondoc.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to processes that are not ours to stop through Java: pause and go on. */
final class Signals {

    private Signals() {}

    static void pause(long pid) {
        send("STOP", pid);
    }

    static void goOn(long pid) {
        send("CONT", pid);
    }

    private static void send(String signal, long pid) {
        try {
            var ended = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start().waitFor();
            if (ended != 0) {
                throw new IllegalStateException("kill -" + signal + " " + pid + " ended with " + ended);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
