package vn.dondoc.notification.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.dondoc.contracts.setting.Setting;
import vn.dondoc.notification.rule.Channel;

/**
 * What the sending of messages is told from outside.
 *
 * @param smtpUrl the mail server that takes the letters (SMTP_URL)
 * @param mailFrom sender of letters (DONDOC_MAIL_FROM)
 * @param consoleUrl where people reach the console; base of the links in letters (DONDOC_CONSOLE_URL)
 * @param workers deliveries on their way at the same time, on each channel in each instance (DONDOC_MAIL_WORKERS)
 * @param retry how patience with a mail server grows and ends
 * @param hours when what is critical may be sent
 * @param digests when the letters of a day are sent
 * @param order the channels in the order in which they are tried for what is critical, cheapest first (DONDOC_CHANNEL_ORDER)
 * @param unreadAfter how long a critical message may stay unread before the next channel is tried (DONDOC_UNREAD_AFTER)
 * @param rates limits of the providers
 * @param deliveriesKept how long it is kept what was sent to which position (DONDOC_DELIVERIES_KEPT)
 */
@Validated
@ConfigurationProperties("dondoc.notification")
public record NotificationProperties(
        @NotBlank(message = "SMTP_URL must name the mail server: smtp://[user:password@]host:port")
                @Setting(secret = true, values = "`smtp://[user:password@]host:port`, or `smtps://`")
                String smtpUrl,
        @NotBlank(message = "DONDOC_MAIL_FROM must be the address of the sender")
                @Email(message = "DONDOC_MAIL_FROM is not an e-mail address")
                String mailFrom,
        @NotNull @Pattern(regexp = "https?://[^\\s/]+.*", message = "DONDOC_CONSOLE_URL must be the address of the console, http(s)://…")
                String consoleUrl,
        @DefaultValue("4") @Min(1) @Max(64) int workers,
        @DefaultValue @Valid Retry retry,
        @DefaultValue @Valid Hours hours,
        @DefaultValue @Valid Digests digests,
        @DefaultValue({"email", "zalo", "sms"}) @Setting(values = "list of `email`, `zalo`, `sms`, `webhook`") List<Channel> order,
        @DefaultValue("4h") Duration unreadAfter,
        @DefaultValue Rates rates,
        @DefaultValue("400d") Duration deliveriesKept) {

    /**
     * When somebody may be disturbed, in Asia/Ho_Chi_Minh; what is critical waits for it, through the night.
     *
     * @param from when somebody may be disturbed, in Asia/Ho_Chi_Minh: the first minute (DONDOC_SENDING_FROM)
     * @param until the first minute that is too late; the same as {@code DONDOC_SENDING_FROM} for no limits (DONDOC_SENDING_UNTIL)
     */
    public record Hours(@DefaultValue("06:30") LocalTime from, @DefaultValue("21:00") LocalTime until) {

        /** Whether that time of day is among them. */
        public boolean permits(LocalTime time) {
            if (from.equals(until)) {
                return true;
            }
            return from.isBefore(until) ? !time.isBefore(from) && time.isBefore(until) : !time.isBefore(from) || time.isBefore(until);
        }
    }

    /**
     * What is neither critical nor for information only comes together once a day.
     *
     * @param enabled whether what is not critical comes together once on a working day; {@code false} for a letter each, at once (DONDOC_DIGESTS)
     * @param at when the digest of a day comes on working days, in Asia/Ho_Chi_Minh, to whoever chose no hour (DONDOC_DIGEST_AT)
     * @param channels where the digest of a day goes, one after the other, until one reaches its reader; begins with e-mail (DONDOC_DIGEST_CHANNELS). {@code email} alone
     *     leaves people without a mailbox to the inbox
     */
    public record Digests(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("07:00") LocalTime at,
            @DefaultValue({"email", "zalo", "sms"}) @Setting(values = "list of `email`, `zalo`, `sms`") List<Channel> channels) {

        @AssertTrue(message = "DONDOC_DIGEST_CHANNELS must begin with email and name no webhook: email,zalo,sms")
        boolean isInOrder() {
            return !channels.isEmpty() && channels.getFirst() == Channel.EMAIL && !channels.contains(Channel.WEBHOOK);
        }
    }

    /**
     * How many may be handed to a provider in a second, by all instances together; 0 for no limit.
     *
     * @param email letters that are handed to the mail server, by all instances together; 0 for no limit (DONDOC_MAIL_RATE)
     * @param zalo messages that are handed to Zalo, by all instances together; 0 for no limit (DONDOC_ZALO_RATE)
     * @param sms short messages that are handed to the gateway, by all instances together; 0 for no limit (DONDOC_SMS_RATE)
     * @param webhook calls of the system that is told by HTTP, by all instances together; 0 for no limit (DONDOC_WEBHOOK_RATE)
     */
    public record Rates(
            @DefaultValue("0") @Setting(values = "number per second") int email,
            @DefaultValue("20") @Setting(values = "number per second") int zalo,
            @DefaultValue("10") @Setting(values = "number per second") int sms,
            @DefaultValue("20") @Setting(values = "number per second") int webhook) {

        public int of(Channel channel) {
            return switch (channel) {
                case EMAIL -> email;
                case ZALO -> zalo;
                case SMS -> sms;
                case WEBHOOK -> webhook;
                case INBOX -> 0;
            };
        }
    }

    /**
     * @param first before the second try; doubled from try to try
     * @param longest between two tries
     * @param giveUpAfter since the message was queued; then it has failed
     */
    public record Retry(
            @DefaultValue("30s") Duration first, @DefaultValue("1h") Duration longest, @DefaultValue("24h") Duration giveUpAfter) {}

    /** The domain of the sender. */
    String mailDomain() {
        return mailFrom.substring(mailFrom.indexOf('@') + 1);
    }

    /** The link to a path of the console. */
    public String link(String path) {
        return (consoleUrl.endsWith("/") ? consoleUrl.substring(0, consoleUrl.length() - 1) : consoleUrl) + path;
    }

    @Override
    public String toString() {
        return "NotificationProperties without its secrets, from " + mailFrom;
    }
}
