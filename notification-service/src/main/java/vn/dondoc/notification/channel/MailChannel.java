package vn.dondoc.notification.channel;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Letters by SMTP. */
class MailChannel {

    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final int HIGH = 1;

    private final JavaMailSender sender;
    private final String from;

    MailChannel(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    Answer send(Letter letter) {
        try {
            var message = sender.createMimeMessage();
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(from, "Đôn Đốc");
            helper.setTo(letter.to());
            helper.setSubject(letter.subject());
            helper.setText(letter.text(), letter.html());
            message.setHeader("Message-ID", "<" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
            message.setHeader("Auto-Submitted", "auto-generated");
            var calendar = letter.calendar();
            if (calendar != null) {
                helper.addAttachment("han.ics", new ByteArrayResource(calendar.getBytes(StandardCharsets.UTF_8)), "text/calendar; charset=UTF-8; method=PUBLISH");
            }
            if (letter.urgent()) {
                helper.setPriority(HIGH);
            }
            sender.send(message);
            return new Answer.Taken();
        } catch (MailException fault) {
            var answer = MailFaults.of(fault);
            LOG.warn("Letter {} was not taken over ({}): {}", letter.id(), answer, withoutAddresses(fault));
            return answer;
        } catch (MessagingException | java.io.UnsupportedEncodingException unwritable) {
            LOG.warn("Letter {} cannot be addressed: {}", letter.id(), withoutAddresses(unwritable));
            return new Answer.Refused("MAILBOX_INVALID");
        }
    }

    /** Servers repeat whom they refuse. */
    private static String withoutAddresses(Exception fault) {
        return String.valueOf(fault.getMessage()).replaceAll("[^\\s<>@]+@[^\\s<>]+", "***");
    }
}
