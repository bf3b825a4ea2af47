package vn.dondoc.notification.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the sending of messages is told from outside.
 *
 * @param smtpUrl {@code smtp://[user:password@]host[:port]}, or smtps (SMTP_URL)
 * @param mailFrom address of the sender (DONDOC_MAIL_FROM)
 * @param consoleUrl where people reach the console; the beginning of links in letters (DONDOC_CONSOLE_URL)
 * @param workers letters on their way at the same time, in each instance
 * @param retry how patience with a mail server grows and ends
 */
@Validated
@ConfigurationProperties("dondoc.notification")
public record NotificationProperties(
        @NotBlank(message = "SMTP_URL must name the mail server: smtp://[user:password@]host:port") String smtpUrl,
        @NotBlank(message = "DONDOC_MAIL_FROM must be the address of the sender")
                @Email(message = "DONDOC_MAIL_FROM is not an e-mail address")
                String mailFrom,
        @NotNull @Pattern(regexp = "https?://[^\\s/]+.*", message = "DONDOC_CONSOLE_URL must be the address of the console, http(s)://…")
                String consoleUrl,
        @DefaultValue("4") @Min(1) @Max(64) int workers,
        @DefaultValue @Valid Retry retry) {

    /**
     * @param first before the second try; doubled from try to try
     * @param longest between two tries
     * @param giveUpAfter since the message was queued; then it has failed
     */
    public record Retry(
            @DefaultValue("30s") Duration first, @DefaultValue("1h") Duration longest, @DefaultValue("24h") Duration giveUpAfter) {}

    /** The link to a path of the console. */
    public String link(String path) {
        return (consoleUrl.endsWith("/") ? consoleUrl.substring(0, consoleUrl.length() - 1) : consoleUrl) + path;
    }

    @Override
    public String toString() {
        return "NotificationProperties without its secrets, from " + mailFrom;
    }
}
