package vn.dondoc.console.token;

import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dondoc.console.settings.LocalSecret;
import vn.dondoc.console.signin.DemoAccounts;

/** Tokens for scripts; in local only. */
@RestController
@Profile("local")
class LocalTokenController {

    private static final Duration LIFE = Duration.ofHours(1);

    private final LocalSecret secret;
    private final DemoAccounts accounts;
    private final TokenIssuer issuer;

    LocalTokenController(LocalSecret secret, DemoAccounts accounts, TokenIssuer issuer) {
        this.secret = secret;
        this.accounts = accounts;
        this.issuer = issuer;
    }

    record Wanted(String account) {}

    @PostMapping("/local/tokens")
    Map<String, Object> token(@RequestHeader(name = LocalSecret.HEADER, required = false) String given, @RequestBody Wanted wanted) {
        secret.check(given);
        var account = accounts
                .find(wanted.account())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No demo account has that name"));
        return Map.of("access_token", issuer.forPerson(account.person(), LIFE), "token_type", "Bearer", "expires_in", LIFE.toSeconds());
    }
}
