package vn.dondoc.notification.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Tells lasting refusals from what passes. Only what concerns the one mailbox or the one letter is lasting (5xx of RFC 5321): a sender,
 * a password or a relay that is refused concerns all letters and is for the operator to mend, so they wait.
 */
final class MailFaults {

    private static final int PERMANENT = 500;

    private MailFaults() {}

    static Answer of(MailException fault) {
        var faults = all(fault);
        if (faults.stream().anyMatch(f -> f instanceof AuthenticationFailedException)) {
            return new Answer.Away("MAIL_SIGN_IN_REFUSED");
        }
        if (faults.stream().anyMatch(f -> f instanceof SMTPSenderFailedException)) {
            return new Answer.Away("SENDER_REFUSED");
        }
        for (var one : faults) {
            if (one instanceof AddressException) {
                return new Answer.Refused("MAILBOX_INVALID");
            }
            if (one instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= PERMANENT ? new Answer.Refused("MAILBOX_REFUSED") : Answer.Away.thisOne("MAILBOX_BUSY");
            }
        }
        for (var one : faults) {
            if (one instanceof SMTPSendFailedException send && send.getReturnCode() >= PERMANENT) {
                return new Answer.Refused("LETTER_REFUSED");
            }
        }
        return new Answer.Away("MAIL_SERVER_AWAY");
    }

    /** Causes, chained and collected faults, each once. */
    private static List<Throwable> all(MailException fault) {
        var found = new ArrayList<Throwable>();
        var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        var waiting = new ArrayDeque<Throwable>();
        waiting.add(fault);
        while (!waiting.isEmpty()) {
            var one = waiting.poll();
            if (seen.add(one)) {
                found.add(one);
                addPresent(waiting, one.getCause());
                if (one instanceof MessagingException messaging) {
                    addPresent(waiting, messaging.getNextException());
                }
                if (one instanceof MailSendException send) {
                    waiting.addAll(List.of(send.getMessageExceptions()));
                }
            }
        }
        return found;
    }

    private static void addPresent(ArrayDeque<Throwable> waiting, @Nullable Throwable one) {
        if (one != null) {
            waiting.add(one);
        }
    }
}
