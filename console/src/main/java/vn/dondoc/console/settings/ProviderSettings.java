package vn.dondoc.console.settings;

import java.util.Set;
import vn.dondoc.contracts.setting.Setting;

/**
 * The OpenID Connect provider through which people sign in.
 *
 * @param issuer the OpenID Connect provider that signs people in; everything else is found below it (DONDOC_OIDC_ISSUER)
 * @param clientId what the provider knows the console as (DONDOC_OIDC_CLIENT_ID)
 * @param clientSecret by which the provider knows that it is the console (DONDOC_OIDC_CLIENT_SECRET)
 * @param scopes what the console asks the provider for (DONDOC_OIDC_SCOPES)
 * @param subjectClaim the claim that always means the same account (DONDOC_OIDC_SUBJECT_CLAIM)
 * @param nameClaim the claim that is shown where no name is known here (DONDOC_OIDC_NAME_CLAIM)
 * @param emailClaim the claim of the mailbox; it finds a person once, where the claim of the same name with {@code _verified} is true
 *     (DONDOC_OIDC_EMAIL_CLAIM)
 * @param phoneClaim the claim of the telephone number; it finds a person as the one of the mailbox does (DONDOC_OIDC_PHONE_CLAIM)
 */
public record ProviderSettings(
        @Setting(values = "address, `https://…`") String issuer,
        String clientId,
        @Setting(secret = true) String clientSecret,
        @Setting(values = "words, `openid` among them") Set<String> scopes,
        String subjectClaim, String nameClaim, String emailClaim, String phoneClaim) {

    public ProviderSettings {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "ProviderSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
