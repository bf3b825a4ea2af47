package vn.dondoc.notification.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that send at once. The mail client sends a letter and the line that ends it apart; with Nagle's algorithm that line waits until the server's
 * system acknowledges the letter, which it delays while the server has nothing to say: some 40 ms a letter (measured: 60 letters a second over four
 * connections).
 */
final class UndelayedSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        var socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        var socket = createSocket();
        socket.bind(new InetSocketAddress(from, fromPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }
}
