package vn.dondoc.console.identity;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

import static org.assertj.core.api.Assertions.assertThat;

/** The realm file is what Keycloak's own importer reads, field by field, and fits what the console asks of a provider. */
class RealmFileTest {

    /** Which of the scopes that Keycloak brings along says a claim. */
    private static final Map<String, String> SCOPES_OF_CLAIMS = Map.of(
            "sub", "basic", "name", "profile", "email", "email", "email_verified", "email", "phone_number", "phone", "phone_number_verified", "phone");

    private RealmRepresentation realm;
    private ClientRepresentation client;

    @BeforeEach
    void read() throws IOException {
        var mapper = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        realm = mapper.readValue(Path.of("../deploy/keycloak/dondoc-realm.json").toFile(), RealmRepresentation.class);
        client = realm.getClients().getFirst();
    }

    @Test
    void theConsoleComesInByTheFlowItUses() {
        assertThat(realm.getClients()).hasSize(1);
        assertThat(client.isStandardFlowEnabled()).isTrue();
        assertThat(List.of(client.isImplicitFlowEnabled(), client.isDirectAccessGrantsEnabled(), client.isServiceAccountsEnabled(), client.isPublicClient()))
                .containsOnly(false);
        assertThat(client.getRedirectUris()).containsExactly("${DONDOC_CONSOLE_URL}" + Provider.RETURN + Provider.ID);
        assertThat(client.getAttributes()).containsEntry("pkce.code.challenge.method", "S256")
                .containsEntry("backchannel.logout.url", "${DONDOC_CONSOLE_URL}/oauth2/back-channel-logout");
        assertThat(client.getSecret()).as("no secret lies in the file").isEqualTo("${DONDOC_OIDC_CLIENT_SECRET}");
        assertThat(realm.isRegistrationAllowed()).isFalse();
        assertThat(realm.isBruteForceProtected()).isTrue();
    }

    @Test
    void everyClaimTheConsoleReadsIsOfAScopeThatTheClientHas() throws IOException {
        var scopes = client.getDefaultClientScopes();
        assertThat(scopes).containsAll(SCOPES_OF_CLAIMS.values());
        var reader = Files.readString(Path.of("src/main/java/vn/dondoc/console/settings/SettingsReader.java"));
        List.of("sub", "name", "email", "phone_number").forEach(claim -> assertThat(reader).contains("_CLAIM\", \"" + claim + "\")"));
        var operating = Files.readString(Path.of("../docs/operating.md"));
        assertThat(operating).contains("DONDOC_OIDC_SCOPES=\"openid profile email phone\"", "DONDOC_OIDC_CLIENT_ID=" + client.getClientId(), "/realms/" + realm.getRealm());
    }
}
