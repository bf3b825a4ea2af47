package vn.dondoc.console.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.console.settings.ClientSecrets;
import vn.dondoc.console.settings.ConsoleSettings;

/** Gives services the tokens under which they call others in their own name: the grant {@code client_credentials} of OAuth 2. */
@RestController
class ServiceTokenController {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceTokenController.class);
    private static final String BASIC = "Basic ";

    private final ClientSecrets clients;
    private final TokenIssuer issuer;

    ServiceTokenController(ConsoleSettings settings, TokenIssuer issuer) {
        this.clients = settings.clients();
        this.issuer = issuer;
    }

    @PostMapping(path = "/oauth2/token", produces = "application/json")
    ResponseEntity<Map<String, Object>> token(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String proof,
            @RequestParam(name = "grant_type", required = false) @Nullable String grant) {
        var client = proven(proof);
        if (client.isEmpty()) {
            LOG.warn("A token for a service was asked for with a wrong proof");
            return answer(HttpStatus.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"dondoc\"").body(Map.of("error", "invalid_client"));
        }
        if (!"client_credentials".equals(grant)) {
            return answer(HttpStatus.BAD_REQUEST).body(Map.of("error", "unsupported_grant_type"));
        }
        return answer(HttpStatus.OK).body(Map.of(
                "access_token", issuer.forService(client.get()), "token_type", "Bearer", "expires_in", TokenIssuer.OF_A_CALL.toSeconds()));
    }

    /** The name of the service whose secret came with the call. */
    private Optional<String> proven(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            var name = colon < 0 ? "" : text.substring(0, colon);
            return Optional.of(name).filter(given -> clients.prove(given, text.substring(colon + 1)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
