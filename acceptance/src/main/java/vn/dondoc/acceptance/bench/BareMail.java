package vn.dondoc.acceptance.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The same letter to as many mailboxes over kept connections, as fast as the server takes it: nothing is decided, written or noted. */
final class BareMail {

    private final int port;
    private final byte[] letter;

    BareMail(int port, byte[] letter) {
        this.port = port;
        this.letter = letter;
    }

    /** Answers letters per second. */
    double send(int count, int connections) throws InterruptedException, ExecutionException {
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lanes = new ArrayList<Callable<Boolean>>();
            for (int lane = 0; lane < connections; lane++) {
                var first = lane;
                lanes.add(() -> {
                    lane(first, count, connections);
                    return true;
                });
            }
            for (var done : threads.invokeAll(lanes)) {
                done.get();
            }
        }
        return count * 1e9 / (System.nanoTime() - began);
    }

    private void lane(int first, int count, int step) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            server.setTcpNoDelay(true);
            var in = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
            var out = server.getOutputStream();
            in.readLine();
            ask(in, out, "EHLO bench");
            for (int number = first; number < count; number += step) {
                ask(in, out, "MAIL FROM:<bench@dondoc.example>");
                ask(in, out, "RCPT TO:<bare-" + number + "@dondoc.example>");
                ask(in, out, "DATA");
                out.write(letter);
                ask(in, out, ".");
            }
            ask(in, out, "QUIT");
        }
    }

    private static void ask(BufferedReader in, OutputStream out, String command) throws IOException {
        out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        var answer = in.readLine();
        if (answer == null || answer.charAt(0) > '3') {
            throw new IOException("The sink answered " + answer);
        }
    }
}
