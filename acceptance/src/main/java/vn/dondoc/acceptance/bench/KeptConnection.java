package vn.dondoc.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of HTTP 1.1 that is kept, and costs the client next to nothing: both sides share the cores. */
final class KeptConnection implements AutoCloseable {

    private static final byte[] NOTHING = {};

    /**
     * What was answered.
     *
     * @param comesAgain it names a time after which to try again
     * @param body empty where it was not asked for
     */
    record Answer(int status, boolean comesAgain, byte[] body) {}

    private final int port;
    private Socket socket;
    private InputStream input;

    KeptConnection(int port) throws IOException {
        this.port = port;
        socket = connect(port);
        input = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Sends a JSON body with a bearer token; answers the status, and has read the answer to its end. */
    int post(String path, String token, byte[] body) throws IOException {
        return post(path, token, "", body).status();
    }

    /** The same under a key, by which it is done once however often it is sent. */
    Answer command(String path, String token, String key, byte[] body) throws IOException {
        return post(path, token, "\r\nIdempotency-Key: " + key, body);
    }

    private Answer post(String path, String token, String more, byte[] body) throws IOException {
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + more
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        var start = head.getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        socket.getOutputStream().write(whole);
        return answer(false);
    }

    /** Asks for something with a bearer token; answers the status, and has read the answer to its end. */
    int get(String path, String token) throws IOException {
        ask(path, token);
        return answer(false).status();
    }

    /** The same with what was answered. */
    Answer read(String path, String token) throws IOException {
        ask(path, token);
        return answer(true);
    }

    private void ask(String path, String token) throws IOException {
        var head = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private Answer answer(boolean kept) throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0L;
        var chunked = false;
        var comesAgain = false;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            comesAgain |= lower.startsWith("retry-after:");
            last |= lower.startsWith("connection:") && lower.endsWith("close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        var body = chunked ? chunks(kept) : part(length, kept);
        if (last) {
            socket.close();
            socket = connect(port);
            input = new BufferedInputStream(socket.getInputStream(), 16_384);
        }
        return new Answer(status, comesAgain, body);
    }

    private byte[] chunks(boolean kept) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(part(size, kept));
            input.skipNBytes(2);
        }
        line();
        return body.toByteArray();
    }

    private byte[] part(long length, boolean kept) throws IOException {
        if (kept) {
            return input.readNBytes((int) length);
        }
        input.skipNBytes(length);
        return NOTHING;
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(line(), 16);
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("The service closed the connection");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
