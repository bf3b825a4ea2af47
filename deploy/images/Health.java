import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The health check inside an image, which has no shell and no curl: ends with 0 when the port answers 200 to what is asked, within three seconds. */
final class Health {

    private Health() {}

    public static void main(String[] told) {
        System.exit(isWell(Integer.parseInt(told[0]), told.length > 1 ? told[1] : "/actuator/health/readiness") ? 0 : 1);
    }

    private static boolean isWell(int port, String path) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 3000);
            socket.setSoTimeout(3000);
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return answer.equals("HTTP/1.1 200");
        } catch (IOException away) {
            return false;
        }
    }
}
