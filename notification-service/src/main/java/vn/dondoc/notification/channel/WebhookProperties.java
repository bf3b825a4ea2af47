package vn.dondoc.notification.channel;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.dondoc.contracts.setting.Setting;

/**
 * Another system, or a group chat, that is told by HTTP.
 *
 * @param url another system or a group chat that is told by HTTP; without it there is none (DONDOC_WEBHOOK_URL)
 * @param secret what the signature is made with, sent in {@code X-Dondoc-Signature}: HMAC-SHA256 over {@code X-Dondoc-Timestamp}, a dot and the body (DONDOC_WEBHOOK_SECRET)
 * @param patience how long an answer may take
 */
@Validated
@ConfigurationProperties("dondoc.notification.webhook")
record WebhookProperties(
        @DefaultValue("") @NotNull @Setting(values = "address") String url,
        @DefaultValue("") @NotNull @Setting(secret = true, needed = "needed with `DONDOC_WEBHOOK_URL`", values = "32 characters at least") String secret,
        @DefaultValue("10s") Duration patience) {

    private static final int SHORTEST_SECRET = 32;

    boolean isThere() {
        return !url.isBlank();
    }

    @AssertTrue(message = "DONDOC_WEBHOOK_URL must be an address, http(s)://…")
    boolean isAddress() {
        return url.isBlank() || url.matches("https?://[^\\s/]+.*");
    }

    @AssertTrue(message = "DONDOC_WEBHOOK_SECRET must have at least 32 characters where there is DONDOC_WEBHOOK_URL")
    boolean isSigned() {
        return url.isBlank() || secret.length() >= SHORTEST_SECRET;
    }

    @Override
    public String toString() {
        return "WebhookProperties without its secret";
    }
}
