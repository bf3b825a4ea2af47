package vn.dondoc.notification.channel;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.regex.PatternSyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.dondoc.contracts.setting.Setting;

/**
 * How short messages are handed to a gateway: any that takes them by HTTP.
 *
 * @param url gateway for short messages; without it codes go by e-mail (DONDOC_SMS_URL)
 * @param header name and value of the header that proves to it who we are (DONDOC_SMS_HEADER)
 * @param body what is posted; {@code {to}} is +84…, {@code {digits}} the same without the plus sign, {@code {text}} the words; a form where it does not begin
 *     with a brace (DONDOC_SMS_BODY)
 * @param good what an answer looks like that means taken, for gateways that answer errors with 200 (DONDOC_SMS_GOOD)
 * @param patience how long an answer may take
 */
@Validated
@ConfigurationProperties("dondoc.notification.sms")
public record SmsProperties(
        @DefaultValue("") @NotNull @Setting(values = "address") String url,
        @DefaultValue("") @NotNull @Setting(secret = true, values = "`Authorization: Bearer …`") String header,
        @DefaultValue(SmsProperties.USUAL) @NotNull @Setting(values = "JSON or a form") String body,
        @DefaultValue("") @NotNull @Setting(values = "regular expression") String good,
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
