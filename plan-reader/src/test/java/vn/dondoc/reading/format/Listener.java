package vn.dondoc.reading.format;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** An address of this machine that notices when it is called. */
final class Listener implements AutoCloseable {

    private final ServerSocket socket;

    Listener() throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(1);
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/x";
    }

    boolean wasCalled() throws IOException {
        try {
            socket.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
