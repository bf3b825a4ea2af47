package vn.dondoc.notification.channel;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail ready to be sent.
 *
 * @param id of the delivery; the message id is made of it, so that servers and people recognise a doubtful second one
 * @param urgent marked as of high priority
 * @param calendar the last days as a calendar file; null where there are none
 */
record Letter(String id, String to, String subject, String text, String html, boolean urgent, @Nullable String calendar) {

    Letter(String id, String to, String subject, String text, String html, boolean urgent) {
        this(id, to, subject, text, html, urgent, null);
    }
}
