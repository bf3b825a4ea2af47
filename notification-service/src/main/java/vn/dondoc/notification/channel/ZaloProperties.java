package vn.dondoc.notification.channel;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.dondoc.contracts.setting.Setting;

/**
 * The official account on Zalo and the template that it was given leave to send. The figures of the interface come from its public description and
 * from users' notes; whoever runs an account compares them with its console.
 *
 * @param appId application of the official account on Zalo; without it nothing goes there (DONDOC_ZALO_APP_ID)
 * @param secret of the application {@code DONDOC_ZALO_APP_ID} (DONDOC_ZALO_SECRET)
 * @param refreshToken the refresh token to begin with, good for one use; its successors are kept encrypted in the database (DONDOC_ZALO_REFRESH_TOKEN). When Zalo
 *     refuses ({@code ZALO_SIGN_IN_REFUSED} on the page of deliveries), put in a new one and restart
 * @param template id of the approved template (DONDOC_ZALO_TEMPLATE)
 * @param fields of {@code DONDOC_ZALO_TEMPLATE}: name, what stands in it ({@code code}, {@code link}, {@code count}, {@code day}), how long it may be (DONDOC_ZALO_FIELDS)
 * @param templates further approved templates by what they are for: {@code digest}, or what a message is about ({@code assigned}, {@code due-soon},
 *     {@code overdue}, {@code escalated}, {@code returned}, {@code explanation-asked}, {@code urged} …); all else goes by {@code DONDOC_ZALO_TEMPLATE}, and
 *     where that is missing on the next channel (DONDOC_ZALO_TEMPLATES)
 * @param tokenUrl where tokens of Zalo are had (DONDOC_ZALO_TOKEN_URL)
 * @param sendUrl where messages to Zalo by template are posted (DONDOC_ZALO_SEND_URL)
 * @param followers whether followers who shared their number with the account and wrote to it lately get a message without a template (DONDOC_ZALO_FOLLOWERS);
 *     the account needs the rights to list users and to send messages. Without a template only they are reached on Zalo
 * @param window for how long after a follower wrote to the account a message without a template may go there; Zalo allows 7 days, and charges for what is later than two (DONDOC_ZALO_WINDOW)
 * @param oaUrl the interface of the account, {@code …/v3.0/oa}: its own messages are posted and its followers listed there (DONDOC_ZALO_OA_URL)
 * @param patience how long an answer may take
 */
@Validated
@ConfigurationProperties("dondoc.notification.zalo")
record ZaloProperties(
        @DefaultValue("") @NotNull String appId,
        @DefaultValue("") @NotNull @Setting(secret = true, needed = "needed with `DONDOC_ZALO_APP_ID`") String secret,
        @DefaultValue("") @NotNull @Setting(secret = true, needed = "needed with `DONDOC_ZALO_APP_ID`") String refreshToken,
        @DefaultValue("") @NotNull String template,
        @DefaultValue(ZaloProperties.USUAL_FIELDS) @NotNull @Setting(values = "`name:what:longest` with commas between") String fields,
        @DefaultValue("") @NotNull @Setting(values = "`digest=ID(fields);overdue=ID(fields)`") String templates,
        @DefaultValue(ZaloProperties.USUAL_TOKEN_URL) @NotNull @Setting(values = "address") String tokenUrl,
        @DefaultValue(ZaloProperties.USUAL_SEND_URL) @NotNull @Setting(values = "address") String sendUrl,
        @DefaultValue("false") boolean followers,
        @DefaultValue("2d") @Setting(values = "whole days, such as `2d`") Duration window,
        @DefaultValue(ZaloProperties.USUAL_OA_URL) @NotNull @Setting(values = "address") String oaUrl,
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
