package vn.dondoc.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of HTTP 1.1 that is kept, and costs the client next to nothing: both sides share the cores. */
final class KeptConnection implements AutoCloseable {

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
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        var start = head.getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        socket.getOutputStream().write(whole);
        return answer();
    }

    /** Asks for something with a bearer token; answers the status, and has read the answer to its end. */
    int get(String path, String token) throws IOException {
        var head = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    private int answer() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0L;
        var chunked = false;
        var last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            last |= lower.startsWith("connection:") && lower.endsWith("close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        if (chunked) {
            for (var size = chunkSize(); size > 0; size = chunkSize()) {
                input.skipNBytes(size + 2);
            }
            line();
        } else {
            input.skipNBytes(length);
        }
        if (last) {
            socket.close();
            socket = connect(port);
            input = new BufferedInputStream(socket.getInputStream(), 16_384);
        }
        return status;
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
