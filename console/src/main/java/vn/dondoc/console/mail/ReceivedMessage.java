package vn.dondoc.console.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads a message's subject and its text and HTML parts. */
final class ReceivedMessage {

    private @Nullable String text;
    private @Nullable String html;

    private ReceivedMessage() {}

    static LocalMail read(String from, String to, byte[] data, Instant at) {
        var parts = new ReceivedMessage();
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            parts.collect(message);
            return new LocalMail(null, at, from, to, Objects.requireNonNullElse(message.getSubject(), ""), parts.text, parts.html);
        } catch (MessagingException | IOException unreadable) {
            return new LocalMail(null, at, from, to, "", new String(data, StandardCharsets.UTF_8), null);
        }
    }

    private void collect(Part part) throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof Multipart many) {
            for (var i = 0; i < many.getCount(); i++) {
                collect(many.getBodyPart(i));
            }
        } else if (part.isMimeType("text/html") && html == null) {
            html = String.valueOf(content);
        } else if (part.isMimeType("text/plain") && text == null) {
            text = String.valueOf(content);
        }
    }
}
