package vn.dondoc.notification.channel;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.regex.PatternSyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How short messages are handed to a gateway: any that takes them by HTTP.
 *
 * @param url where they are posted; empty for no gateway (DONDOC_SMS_URL)
 * @param header name and value of the header that proves who we are, {@code Authorization: Bearer …} (DONDOC_SMS_HEADER)
 * @param body what is posted; {@code {to}} is the number as +84…, {@code {digits}} the same without the plus sign, {@code {text}} the words; JSON
 *     where it begins with a brace, else a form (DONDOC_SMS_BODY)
 * @param good what an answer looks like that means it was taken, as a regular expression; empty where 2xx says enough (DONDOC_SMS_GOOD)
 * @param patience how long an answer may take
 */
@Validated
@ConfigurationProperties("dondoc.notification.sms")
public record SmsProperties(
        @DefaultValue("") @NotNull String url,
        @DefaultValue("") @NotNull String header,
        @DefaultValue("") @NotNull String body,
        @DefaultValue("") @NotNull String good,
        @DefaultValue("10s") Duration patience) {

    private static final String USUAL = "{\"to\":\"{to}\",\"text\":\"{text}\"}";

    public SmsProperties {
        body = body.isBlank() ? USUAL : body.strip();
    }

    boolean isThere() {
        return !url.isBlank();
    }

    @AssertTrue(message = "DONDOC_SMS_URL must be an address, http(s)://…")
    boolean isAddress() {
        return url.isBlank() || url.matches("https?://[^\\s/]+.*");
    }

    @AssertTrue(message = "DONDOC_SMS_HEADER must be a name, a colon and a value")
    boolean isHeader() {
        return header.isBlank() || header.matches("[A-Za-z0-9-]+:\\s*\\S.*");
    }

    @AssertTrue(message = "DONDOC_SMS_BODY must say where number and words go: {to} or {digits}, and {text}")
    boolean isWhole() {
        return body.contains("{text}") && (body.contains("{to}") || body.contains("{digits}"));
    }

    @AssertTrue(message = "DONDOC_SMS_GOOD is no regular expression")
    boolean isPattern() {
        try {
            return java.util.regex.Pattern.compile(good).flags() >= 0;
        } catch (PatternSyntaxException wrong) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SmsProperties without its secrets";
    }
}
