package vn.dondoc.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real mail server that can be down for a while and comes back at the same port. */
final class TestMail {

    private final int port = freePort();
    private @Nullable GreenMail server;

    TestMail() {
        up();
    }

    int port() {
        return port;
    }

    void up() {
        var started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        server = started;
    }

    void down() {
        var running = server;
        if (running != null) {
            running.stop();
        }
        server = null;
    }

    /** The letters that lead to that task or report. */
    List<Letter> about(String ref) {
        var running = server;
        return running == null ? List.of() : Stream.of(running.getReceivedMessages()).map(Letter::of)
                .filter(letter -> letter.whole().contains("/" + ref)).toList();
    }

    /** A letter as it arrived; its parts are shown as they travel, ASCII only. */
    record Letter(String id, String to, String subject, String whole) {

        static Letter of(MimeMessage message) {
            try {
                var to = message.getRecipients(Message.RecipientType.TO)[0].toString();
                return new Letter(message.getMessageID(), to, message.getSubject(), decoded(message));
            } catch (MessagingException | IOException broken) {
                throw new IllegalStateException(broken);
            }
        }

        private static String decoded(MimeMessage message) throws MessagingException, IOException {
            var found = new StringBuilder(GreenMailUtil.getHeaders(message));
            collect(message, found);
            return found.toString();
        }

        private static void collect(jakarta.mail.Part part, StringBuilder found) throws MessagingException, IOException {
            switch (part.getContent()) {
                case jakarta.mail.Multipart parts -> {
                    for (int i = 0; i < parts.getCount(); i++) {
                        collect(parts.getBodyPart(i), found);
                    }
                }
                case Object content -> found.append('\n').append(content);
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
