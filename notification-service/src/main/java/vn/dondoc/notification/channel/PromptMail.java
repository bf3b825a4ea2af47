package vn.dondoc.notification.channel;

import org.springframework.stereotype.Component;

/** Letters that are of use only now: sent while the caller waits, and not tried again. */
@Component
public class PromptMail {

    private final MailChannel mail;

    PromptMail(MailChannel mail) {
        this.mail = mail;
    }

    /** Whether the mail server has taken it over. */
    public boolean send(String id, String to, String subject, String text, String html) {
        return mail.send(new Letter(id, to, subject, text, html, true)) instanceof Answer.Taken;
    }
}
