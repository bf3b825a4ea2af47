package vn.dondoc.notification.channel;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** Letters, with the last days as a calendar file. */
@Component
class MailCarrier implements Carrier {

    private final MailChannel mail;
    private final LetterWriter letters;
    private final DigestWriter digests;
    private final Texts texts;
    private final NotificationProperties properties;
    private final Clock systemClock;

    MailCarrier(MailChannel mail, LetterWriter letters, DigestWriter digests, Texts texts, NotificationProperties properties, Clock systemClock) {
        this.mail = mail;
        this.letters = letters;
        this.digests = digests;
        this.texts = texts;
        this.properties = properties;
        this.systemClock = systemClock;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Needs needs() {
        return Needs.MAILBOX;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public Answer send(Parcel parcel) {
        var letter = parcel.digest() ? digests.write(parcel) : letters.write(parcel.id(), parcel.first(), parcel.to(), parcel.address());
        return mail.send(new Letter(letter.id(), letter.to(), letter.subject(), letter.text(), letter.html(), letter.urgent(), calendar(parcel)));
    }

    private @Nullable String calendar(Parcel parcel) {
        var entries = parcel.messages().stream().sorted(DigestGroup.ORDER).limit(DigestWriter.WHOLE).flatMap(message -> entry(message).stream()).distinct().toList();
        return entries.isEmpty() ? null : CalendarFile.of(entries, systemClock.instant());
    }

    private Optional<CalendarFile.Entry> entry(Notification message) {
        var cause = message.cause();
        return Optional.ofNullable(cause.lastDay()).map(day -> new CalendarFile.Entry(
                cause.kind().word() + "-" + cause.obligation() + "@" + properties.mailDomain(), Objects.requireNonNull(day),
                texts.word("calendar.summary", ProblemConfiguration.VIETNAMESE, message.about().title()), properties.link(cause.link())));
    }
}
