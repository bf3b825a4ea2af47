package vn.dondoc.notification.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Keeps a connection to the mail server for the next letter, as many as letters are on their way at once: to connect, to agree on a key and to sign
 * in cost more than the letter. One that was idle is asked first whether it still lives; one that failed is not used again.
 */
final class KeptConnections extends JavaMailSenderImpl {

    private static final long ASKED_AFTER = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_IDLE = Duration.ofSeconds(20).toNanos();

    /** Else the mail client looks through every jar for each part of each letter, which takes longer than sending it. */
    static {
        var looked = "jakarta.mail.util.StreamProvider";
        if (System.getProperty(looked) == null) {
            System.setProperty(looked, MailStreamProvider.class.getName());
        }
    }

    private final ConcurrentLinkedDeque<Kept> idle = new ConcurrentLinkedDeque<>();

    private record Kept(Transport transport, long since) {}

    @Override
    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
        for (var message : messages) {
            sendOne(message);
        }
    }

    private void sendOne(MimeMessage message) {
        var transport = transport(message);
        try {
            var id = message.getMessageID();
            message.saveChanges();
            if (id != null) {
                message.setHeader("Message-ID", id);
            }
            transport.sendMessage(message, message.getAllRecipients());
            idle.push(new Kept(transport, System.nanoTime()));
        } catch (MessagingException refused) {
            close(transport);
            throw new MailSendException(failed(message, refused));
        }
    }

    private Transport transport(MimeMessage message) {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            var unused = System.nanoTime() - kept.since();
            if (unused < ASKED_AFTER || unused < LONGEST_IDLE && kept.transport().isConnected()) {
                return kept.transport();
            }
            close(kept.transport());
        }
        try {
            return connectTransport();
        } catch (AuthenticationFailedException refused) {
            throw new MailAuthenticationException(refused);
        } catch (MessagingException away) {
            throw new MailSendException("Mail server connection failed", away, failed(message, away));
        }
    }

    private static Map<Object, Exception> failed(MimeMessage message, Exception why) {
        var failed = new LinkedHashMap<Object, Exception>();
        failed.put(message, why);
        return failed;
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // it is not used again either way
        }
    }

    /** Lets go of connections nobody needs. */
    void closeIdle() {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            close(kept.transport());
        }
    }
}
