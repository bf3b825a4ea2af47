package vn.dondoc.console.token;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public key set that services verify tokens with. */
@RestController
class KeySetController {

    private final SigningKeys keys;

    KeySetController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = "/oauth2/jwks", produces = "application/json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic()).body(keys.published().toJSONObject());
    }
}
