package vn.dondoc.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail server that does what every one must before it says 250: it has the letter on the disk. It keeps when each mailbox got one, and the newest letter whole. */
final class MailSink implements AutoCloseable {

    private static final Pattern TO = Pattern.compile("<([^>]*)>");

    private final ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Map<String, Long> arrivedAt = new ConcurrentHashMap<>();
    private final AtomicInteger letters = new AtomicInteger();
    private final Path folder = Files.createTempDirectory("dondoc-bench-mail");
    private volatile byte @Nullable [] newest;

    MailSink() throws IOException {
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    int letters() {
        return letters.get();
    }

    /** When a mailbox got its first letter. */
    @Nullable Long firstAt(String mailbox) {
        return arrivedAt.get(mailbox);
    }

    byte[] sample() {
        var letter = newest;
        if (letter == null) {
            throw new IllegalStateException("No letter has arrived");
        }
        return letter.clone();
    }

    void forget() {
        letters.set(0);
        arrivedAt.clear();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var caller = listener.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        var file = folder.resolve("queue-" + caller.getPort());
        try (caller; var disk = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            caller.setTcpNoDelay(true);
            var in = new BufferedInputStream(caller.getInputStream(), 1 << 16);
            say(caller, "220 sink");
            var mailbox = "";
            for (var line = line(in); line != null; line = line(in)) {
                var command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                if (command.equals("DATA")) {
                    say(caller, "354 go on");
                    take(letter(in), mailbox, disk);
                } else if (command.equals("RCPT")) {
                    var found = TO.matcher(line);
                    mailbox = found.find() ? found.group(1) : line;
                }
                say(caller, command.equals("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException gone) {
            // whoever called hung up
        }
    }

    private void take(byte[] letter, String mailbox, FileChannel disk) throws IOException {
        disk.write(ByteBuffer.wrap(letter), 0);
        disk.force(false);
        newest = letter;
        arrivedAt.putIfAbsent(mailbox, System.nanoTime());
        letters.incrementAndGet();
    }

    private static byte[] letter(InputStream in) throws IOException {
        var letter = new ByteArrayOutputStream(1 << 14);
        for (var line = bytes(in); line != null && !(line.length == 1 && line[0] == '.'); line = bytes(in)) {
            letter.write(line);
            letter.write('\r');
            letter.write('\n');
        }
        return letter.toByteArray();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = bytes(in);
        return line == null ? null : new String(line, StandardCharsets.US_ASCII);
    }

    private static byte @Nullable [] bytes(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(120);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toByteArray();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return null;
    }

    private static void say(Socket caller, String answer) throws IOException {
        caller.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        try (var left = Files.list(folder)) {
            for (var file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
