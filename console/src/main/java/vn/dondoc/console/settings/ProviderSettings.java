package vn.dondoc.console.settings;

import java.util.Set;

/**
 * The OpenID Connect provider through which people sign in.
 *
 * @param issuer its address; everything else is found below it
 * @param clientId what the provider knows the console as
 * @param subjectClaim the claim that always means the same account
 * @param nameClaim shown where nothing else is known
 * @param emailClaim finds a person once, where the provider has verified it
 * @param phoneClaim the same
 */
public record ProviderSettings(
        String issuer, String clientId, String clientSecret, Set<String> scopes, String subjectClaim, String nameClaim, String emailClaim, String phoneClaim) {

    public ProviderSettings {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "ProviderSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
