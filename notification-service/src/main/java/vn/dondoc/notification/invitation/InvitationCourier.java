package vn.dondoc.notification.invitation;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.HtmlUtils;
import vn.dondoc.contracts.api.People;
import vn.dondoc.notification.channel.NotificationProperties;
import vn.dondoc.notification.channel.PromptMail;
import vn.dondoc.notification.channel.SmsGateway;
import vn.dondoc.notification.invitation.InvitationQueue.Claimed;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.people.HomeOfPeople;
import vn.dondoc.platform.time.DomainClock;

/**
 * Sends what waits: by short message where there are a phone and a gateway, else by e-mail. What is away is tried again for a week, the
 * time for which a link holds; a link opens a page and signs nobody in.
 */
@Component
class InvitationCourier {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationCourier.class);
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).withZone(DomainClock.ZONE);
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);
    /** About a week of attempts. */
    private static final int MOST_TRIES = 175;

    private final InvitationQueue queue;
    private final HomeOfPeople people;
    private final SmsGateway sms;
    private final PromptMail mail;
    private final Texts texts;
    private final NotificationProperties properties;

    InvitationCourier(InvitationQueue queue, HomeOfPeople people, SmsGateway sms, PromptMail mail, Texts texts, NotificationProperties properties) {
        this.queue = queue;
        this.people = people;
        this.sms = sms;
        this.mail = mail;
        this.texts = texts;
        this.properties = properties;
    }

    /** Everything whose time has come. */
    void round() {
        for (var claimed = queue.claim(); claimed.isPresent(); claimed = queue.claim()) {
            attempt(claimed.get());
        }
    }

    private void attempt(Claimed claimed) {
        try {
            var link = people.linkOf(claimed.invitation(), claimed.id());
            if (link.isEmpty()) {
                queue.done(claimed, "over");
            } else {
                send(claimed, link.get());
            }
        } catch (RestClientException away) {
            LOG.warn("The link of an invitation cannot be had now: {}", away.getClass().getSimpleName());
            tryAgain(claimed);
        }
    }

    private void send(Claimed claimed, People.InvitationLink link) {
        var address = properties.link("/invitation/" + link.secret());
        var phone = link.phone();
        var mailbox = link.email();
        if (phone != null && sms.isThere() && sms.send(phone, texts.word("message.invitation.sms", VIETNAMESE, address))) {
            queue.done(claimed, "sms");
        } else if (mailbox != null && letter(claimed, mailbox, address, link)) {
            queue.done(claimed, "email");
        } else if (mailbox == null && (phone == null || !sms.isThere())) {
            LOG.warn("The invitation {} has no way to its person: there is no gateway for short messages", claimed.invitation());
            queue.done(claimed, "no-way");
        } else {
            tryAgain(claimed);
        }
    }

    private boolean letter(Claimed claimed, String mailbox, String address, People.InvitationLink link) {
        var text = texts.word("message.invitation.text", VIETNAMESE, address, DAY.format(link.expires()));
        return mail.send(claimed.id(), mailbox, texts.word("message.invitation.subject", VIETNAMESE), text, "<p>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</p>");
    }

    private void tryAgain(Claimed claimed) {
        if (claimed.tries() >= MOST_TRIES) {
            queue.done(claimed, "given-up");
            return;
        }
        var pause = FIRST.multipliedBy(1L << Math.min(claimed.tries(), 10));
        queue.later(claimed, pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }
}
