package vn.dondoc.console.mail;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.console.settings.LocalSecret;

/** In the place of a gateway for short messages: what it is given is shown beside the letters; in local only. */
@RestController
@Profile("local")
class LocalSmsController {

    private final LocalSecret secret;
    private final MongoOperations mongo;
    private final Clock systemClock;

    LocalSmsController(LocalSecret secret, MongoOperations mongo, Clock systemClock) {
        this.secret = secret;
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    record Message(String to, String text) {}

    record Taken(boolean taken) {}

    @PostMapping("/local/sms")
    Taken take(@RequestHeader(name = LocalSecret.HEADER, required = false) @Nullable String given, @RequestBody Message message) {
        secret.check(given);
        mongo.insert(new LocalMail(null, systemClock.instant(), "SMS", message.to(), message.text(), message.text(), null));
        return new Taken(true);
    }
}
