package vn.dondoc.notification.channel;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The official account on Zalo and the template that it was given leave to send. The figures of the interface come from its public description and
 * from users' notes; whoever runs an account compares them with its console.
 *
 * @param appId of the application; empty for no Zalo (DONDOC_ZALO_APP_ID)
 * @param secret of the application (DONDOC_ZALO_SECRET)
 * @param refreshToken with which it begins; good for one use, what follows it is kept in the database (DONDOC_ZALO_REFRESH_TOKEN)
 * @param template id of the approved template (DONDOC_ZALO_TEMPLATE)
 * @param fields of the template, {@code name:what:longest} with commas between; what is one of code, link, count and day (DONDOC_ZALO_FIELDS)
 * @param templates further approved templates by what they are for, {@code purpose=id(fields)} with semicolons between; the purpose is
 *     "digest" or what a message is about, such as "overdue" (DONDOC_ZALO_TEMPLATES)
 * @param tokenUrl where tokens are had (DONDOC_ZALO_TOKEN_URL)
 * @param sendUrl where messages by template are posted (DONDOC_ZALO_SEND_URL)
 * @param followers whether those who follow the account, gave it their number and wrote to it lately are written to without a template (DONDOC_ZALO_FOLLOWERS)
 * @param window for how long after they wrote, in whole days; Zalo allows 7, and charges for what comes after 2 (DONDOC_ZALO_WINDOW)
 * @param oaUrl where the account's own messages are posted and its followers are listed (DONDOC_ZALO_OA_URL)
 * @param patience how long an answer may take
 */
@Validated
@ConfigurationProperties("dondoc.notification.zalo")
record ZaloProperties(
        @DefaultValue("") @NotNull String appId,
        @DefaultValue("") @NotNull String secret,
        @DefaultValue("") @NotNull String refreshToken,
        @DefaultValue("") @NotNull String template,
        @DefaultValue("") @NotNull String fields,
        @DefaultValue("") @NotNull String templates,
        @DefaultValue("") @NotNull String tokenUrl,
        @DefaultValue("") @NotNull String sendUrl,
        @DefaultValue("false") boolean followers,
        @DefaultValue("2d") Duration window,
        @DefaultValue("") @NotNull String oaUrl,
        @DefaultValue("10s") Duration patience) {

    private static final String USUAL_FIELDS = "ma_thong_bao:code:30,lien_ket:link:200";
    private static final String USUAL_TOKEN_URL = "https://oauth.zaloapp.com/v4/oa/access_token";
    private static final String USUAL_SEND_URL = "https://business.openapi.zalo.me/message/template";

    private static final String USUAL_OA_URL = "https://openapi.zalo.me/v3.0/oa";

    ZaloProperties {
        oaUrl = oaUrl.isBlank() ? USUAL_OA_URL : oaUrl.strip();
        fields = fields.isBlank() ? USUAL_FIELDS : fields.strip();
        tokenUrl = tokenUrl.isBlank() ? USUAL_TOKEN_URL : tokenUrl.strip();
        sendUrl = sendUrl.isBlank() ? USUAL_SEND_URL : sendUrl.strip();
    }

    boolean isThere() {
        return !appId.isBlank();
    }

    boolean writesToFollowers() {
        return isThere() && followers;
    }

    ZaloTemplates registered() {
        return ZaloTemplates.parse(template, fields, templates);
    }

    @AssertTrue(message = "DONDOC_ZALO_SECRET, DONDOC_ZALO_REFRESH_TOKEN, and DONDOC_ZALO_TEMPLATE, DONDOC_ZALO_TEMPLATES or DONDOC_ZALO_FOLLOWERS, must be there where there is DONDOC_ZALO_APP_ID")
    boolean isWhole() {
        return !isThere() || Stream.of(secret, refreshToken).noneMatch(String::isBlank) && (followers || !template.isBlank() || !templates.isBlank());
    }

    @AssertTrue(message = "DONDOC_ZALO_FIELDS must be name:what:longest with commas between; what is code, link, count or day")
    boolean isTemplate() {
        return ZaloTemplate.isGood(fields);
    }

    @AssertTrue(message = "DONDOC_ZALO_TEMPLATES must be purpose=id(fields) with semicolons between, each purpose once: digest, or what is told, such as overdue or due-soon")
    boolean isRegister() {
        return ZaloTemplates.isGood(templates);
    }

    @AssertTrue(message = "DONDOC_ZALO_TOKEN_URL, DONDOC_ZALO_SEND_URL and DONDOC_ZALO_OA_URL must be addresses, http(s)://…")
    boolean isAddress() {
        return Stream.of(tokenUrl, sendUrl, oaUrl).allMatch(url -> url.matches("https?://[^\\s/]+.*"));
    }

    @Override
    public String toString() {
        return "ZaloProperties without its secrets";
    }
}
