package vn.dondoc.notification.delivery;

/**
 * An e-mail ready to be sent.
 *
 * @param id of the notification; the message id is made of it, so that servers and people recognise a doubtful second one
 * @param urgent marked as of high priority
 */
record Letter(String id, String to, String subject, String text, String html, boolean urgent) {}
