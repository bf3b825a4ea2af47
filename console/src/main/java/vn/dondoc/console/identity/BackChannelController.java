package vn.dondoc.console.identity;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.signin.OpenSessions;

/** The provider says that somebody signed out there: all their sessions here end (OpenID Connect Back-Channel Logout 1.0). */
@RestController
class BackChannelController {

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelController.class);

    private final ConsoleSettings settings;
    private final LogoutTokens tokens;
    private final KnownPeople people;
    private final OpenSessions sessions;

    BackChannelController(ConsoleSettings settings, LogoutTokens tokens, KnownPeople people, OpenSessions sessions) {
        this.settings = settings;
        this.tokens = tokens;
        this.people = people;
        this.sessions = sessions;
    }

    @PostMapping(path = "/oauth2/back-channel-logout", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, String>> signOut(@RequestParam(name = "logout_token", defaultValue = "") String token) {
        var provider = settings.provider();
        if (provider == null) {
            return answer(HttpStatus.NOT_FOUND).build();
        }
        try {
            var subject = tokens.subjectOf(token, provider);
            people.byIdentity(provider.issuer(), subject).ifPresent(sessions::endAllOf);
            return answer(HttpStatus.OK).build();
        } catch (JwtException | IllegalArgumentException bad) {
            LOG.warn("A token for signing out was refused: {}", bad.getClass().getSimpleName());
            return answer(HttpStatus.BAD_REQUEST).body(Map.of("error", "invalid_request"));
        } catch (Refused away) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("error", "temporarily_unavailable"));
        }
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
